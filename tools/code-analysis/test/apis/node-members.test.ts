import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isUnjudged } from './judged.ts';

const list = join(import.meta.dirname, 'list-builtins.ts');
const printed = execFileSync(process.execPath, [list], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const { '': inherited = [], ...members }: Record<string, string[]> = JSON.parse(printed);

test.each(Object.entries(members).toSorted())('every member of %s is judged', (module, names) => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => isUnjudged(module.replace(/^node:/, ''), name))).toEqual([]);
});

test('a module and a member that nobody judged are found', () => {
  expect(isUnjudged('fs', 'readFileInSecret')).toBe(true);
  expect(isUnjudged('fs', 'promises.readFileInSecret')).toBe(true);
  expect(isUnjudged('made_up', 'run')).toBe(true);
  expect(isUnjudged('process', 'binding')).toBe(false);
});

test('what process has from its prototypes is judged', () => {
  expect(inherited).toContain('prependOnceListener');
  expect(inherited.filter((name) => isUnjudged('process', name))).toEqual([]);
});
