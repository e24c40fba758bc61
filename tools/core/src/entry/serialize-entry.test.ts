import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import type { IndexEntry } from '../schema/index-entry.ts';
import { parseEntry } from './parse-entry.ts';
import { serializeEntry } from './serialize-entry.ts';

const entry = makeEntry(
  {
    name: 'tide-table',
    description: 'Über "Gezeiten"\u2028in two lines',
    source: { repositoryId: 7, repository: 'tidewater/tide' },
    tags: ['sea'],
  },
  [
    { version: '1.0.0', status: 'yanked', reason: 'Broken\non Windows' },
    { version: '1.10.0', docs: { 'readme.md': 'b'.repeat(64), 'icon.png': 'a'.repeat(64) } },
    { version: '1.9.0', engines: { vscode: '^1.90.0', orchestra: '^1.0.0' } },
    { version: '1.10.0-beta.2', provenance: { run: { id: 1 } } },
  ],
);

test('serializeEntry() and parseEntry() round-trip an entry, newest version first', () => {
  const text = serializeEntry(entry);
  const parsed = parseEntry(text, { path: 'tide-table.json', name: 'tide-table' });
  expect(parsed.versions.map(({ version }) => version)).toEqual([
    '1.10.0',
    '1.10.0-beta.2',
    '1.9.0',
    '1.0.0',
  ]);
  expect({ ...parsed, versions: null }).toEqual({ ...entry, versions: null });
  expect(new Set(parsed.versions)).toEqual(new Set(entry.versions));
  expect(serializeEntry(parsed)).toBe(text);
});

test('serializeEntry() writes one line a version', () => {
  const lines = serializeEntry(entry).split('\n');
  const rows = lines.filter((line) => line.startsWith('    {"version":"'));
  expect(rows).toHaveLength(4);
  expect(lines.at(0)).toBe('{');
  expect(lines.slice(-3)).toEqual(['  ]', '}', '']);
});

test('serializeEntry() changes one line for a publish in the middle', () => {
  const [version] = makeEntry({ name: 'x' }, [{ version: '1.9.5' }]).versions;
  const after = { ...entry, versions: [...entry.versions, ...(version ? [version] : [])] };
  const before = new Set(serializeEntry(entry).split('\n'));
  const added = serializeEntry(after)
    .split('\n')
    .filter((line) => !before.has(line));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain('"1.9.5"');
});

test('serializeEntry() does not depend on the order of keys', () => {
  expect(serializeEntry(reversed(entry))).toBe(serializeEntry(entry));
});

test('serializeEntry() keeps keys that this release does not know, behind the known ones', () => {
  const text = serializeEntry({ ...entry, zebra: 1, apple: { b: 1 } } as IndexEntry);
  expect(Object.keys(JSON.parse(text)).slice(-3)).toEqual(['apple', 'zebra', 'versions']);
});

/** The same value with all keys the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, item]) => [key, reversed<unknown>(item)]);
  return Object.fromEntries(pairs.toReversed()) as T;
}
