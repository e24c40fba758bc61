import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listUnjudgedOfWeb } from './web-members.ts';

const [version = '', ...lines] = readFileSync(new URL('web-members.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Members that somebody looked at and found to need nothing, by what declares them. */
const harmless = new Map(
  lines.map((line) => {
    const [name = '', members = ''] = line.split(':');
    return [name, new Set(members.trim().split(' '))] as const;
  }),
);

const found = [...listUnjudgedOfWeb()];

test.each(found)('every member of %s is judged, or known to need nothing', (name, members) => {
  expect(members.filter((each) => harmless.get(name)?.has(each) !== true)).toEqual([]);
});

test('the members are those of Window, Navigator, Document and elements', () => {
  expect(version).toMatch(/^# typescript \d/);
  expect(found.flatMap(([, members]) => members).length).toBeGreaterThan(1500);
  const names = new Map(found).get('globals');
  expect(names).toContain('getSelection');
  expect(names).not.toContain('fetch');
});
