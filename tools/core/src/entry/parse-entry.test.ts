import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { parseEntry } from './parse-entry.ts';

const good = makeEntry({ name: 'tide-table' });
const [version] = good.versions;

test('parseEntry() reads an entry, with keys that a later registry may add', () => {
  const later = { ...good, extra: 1, versions: [{ ...version, signature: 'x' }] };
  expect(parse(later)).toEqual(later);
});

test.each([
  ['another format', { ...good, format: 2 }, '/format'],
  ['a name that is none', { ...good, name: '../x' }, '/name'],
  ['no owner', { ...good, owners: [] }, '/owners'],
  [
    'an owner with an email',
    { ...good, owners: [{ ...good.owners[0], email: 'a@b.co' }] },
    '/owners/0',
  ],
  ['an unknown category', { ...good, categories: ['gardening'] }, '/categories/0'],
  ['no version', { ...good, versions: [] }, '/versions'],
  [
    'a version with build metadata',
    { ...good, versions: [{ ...version, version: '1.0.0+x' }] },
    '/versions/0/version',
  ],
  [
    'a digest in capitals',
    { ...good, versions: [{ ...version, sha256: 'A'.repeat(64) }] },
    '/versions/0/sha256',
  ],
  [
    'an unknown permission',
    { ...good, versions: [{ ...version, permissions: ['all'] }] },
    '/versions/0/permissions/0',
  ],
  [
    'an unknown status',
    { ...good, versions: [{ ...version, status: 'gone' }] },
    '/versions/0/status',
  ],
  ['a time that is none', { ...good, createdAt: 'today' }, '/createdAt'],
  [
    'docs with a line break that are no digest',
    { ...good, versions: [{ ...version, docs: { 'a\nb': 1 } }] },
    '/versions/0/docs/a\nb',
  ],
])('parseEntry() refuses %s', (_what, entry, pointer) => {
  const message = expect.stringContaining(`${pointer} `);
  expect(() => parse(entry)).toThrowError(
    expect.objectContaining({ code: 'index-damaged', message }),
  );
});

test('parseEntry() refuses the entry of another name, and what is no JSON', () => {
  const damaged = expect.objectContaining({ code: 'index-damaged' });
  expect(() => parseEntry(JSON.stringify(good), { path: 'x', name: 'other' })).toThrowError(
    damaged,
  );
  expect(() => parseEntry('<html>', { path: 'x' })).toThrowError(damaged);
});

function parse(entry: object) {
  return parseEntry(JSON.stringify(entry), { path: 'ti/de/tide-table.json' });
}
