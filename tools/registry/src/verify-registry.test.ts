import { entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import { open, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeRegistry, type TestRegistry } from '../test/make-registry.ts';
import { type VerifyFinding, verifyRegistry } from './verify-registry.ts';

const packageKey = 'packages/tide-table/tide-table-1.0.0.tar.gz';
const path = `extensions/${entryPath('tide-table')}`;

test('verifyRegistry() finds nothing in a sound registry, and counts what it looked at', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await registry.publish({ manifest: { version: '1.1.0' } });
  const progress: [number, number][] = [];
  const verification = await verifyRegistry({
    ...registry.context,
    onProgress: (done, of) => progress.push([done, of]),
  });
  expect(verification).toEqual({ entries: 1, versions: 2, blobs: 12, findings: [] });
  expect(progress).toEqual([[0, 1]]);
});

test('verifyRegistry() finds a package of which one byte is another', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  await using file = await open(registry.folder.join('data/blobs', packageKey), 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 100);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, 100);
  const errors = await findErrors(registry);
  expect(errors[0]).toMatchObject({
    path: packageKey,
    message: expect.stringMatching(/^Expected SHA-256 [0-9a-f]{64}; found [0-9a-f]{64}$/),
  });
});

test('verifyRegistry() finds a package and a docs file that are missing', async () => {
  await using registry = await makeRegistry();
  await registry.publish();
  const readme = 'docs/tide-table/1.0.0/readme.md';
  for (const key of [packageKey, readme]) await rm(registry.folder.join('data/blobs', key));
  expect(await findErrors(registry)).toEqual([
    { severity: 'error', path: packageKey, message: 'The blob is missing' },
    { severity: 'error', path: readme, message: 'The blob is missing' },
  ]);
});

test.each<[string, (entry: IndexEntry) => string, string]>([
  [
    'other permissions than the package',
    (entry) => edited(entry, { permissions: ['network'] }),
    packageKey,
  ],
  [
    'unclear code that the analysis found none of',
    (entry) => edited(entry, { unclearCode: { mayNeed: ['git'] } }),
    'docs/tide-table/1.0.0/permissions.json',
  ],
  [
    'a digest that is not of the package',
    (entry) => edited(entry, { sha256: 'a'.repeat(64) }),
    packageKey,
  ],
  ['another form', (entry) => JSON.stringify(entry), path],
  ['no shape of an entry', () => '{"format":1}', path],
  ['half a text', (entry) => serializeEntry(entry).slice(0, 50), path],
  ['the name of another one', (entry) => serializeEntry({ ...entry, name: 'tide-tables' }), path],
])('verifyRegistry() finds an entry with %s', async (_what, edit, where) => {
  await using registry = await makeRegistry();
  await registry.publish();
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  if (entry === null) throw new Error('expected an entry');
  await write(registry, { path, content: edit(entry) });
  const errors = await findErrors(registry);
  expect(errors.map((found) => found.path)).toEqual([where]);
});

test('verifyRegistry() finds an entry at another path than its own', async () => {
  await using registry = await makeRegistry();
  await write(registry, { path: 'extensions/xx/yy/tide-table.json', content: '{}\n' });
  expect(await findErrors(registry)).toMatchObject([{ path }]);
  await registry.publish();
  expect(await findErrors(registry)).toMatchObject([{ path }]);
});

test('verifyRegistry() finds a curated file that is damaged', async () => {
  await using registry = await makeRegistry();
  await write(registry, { path: 'featured.json', content: '[]' });
  expect(await findErrors(registry)).toMatchObject([
    { message: expect.stringContaining('featured.json') },
  ]);
});

test('verifyRegistry() tells of a blob that no entry names, which is no error', async () => {
  await using registry = await makeRegistry();
  const { plan } = await registry.publish({}, { dryRun: true });
  const [blob] = plan?.blobs ?? [];
  if (blob === undefined) throw new Error('expected a blob');
  await registry.blobs.put(blob, { file: await registry.packed() });
  const { findings } = await verifyRegistry(registry.context);
  expect(findings).toMatchObject([{ severity: 'info', path: packageKey }]);
});

/** The entry with facts of its version changed. */
function edited(entry: IndexEntry, facts: Partial<IndexEntry['versions'][number]>): string {
  const versions = entry.versions.map((version) => ({ ...version, ...facts }));
  return serializeEntry({ ...entry, versions });
}

async function findErrors(registry: TestRegistry): Promise<VerifyFinding[]> {
  const { findings } = await verifyRegistry(registry.context);
  return findings.filter(({ severity }) => severity === 'error');
}

async function write(registry: TestRegistry, change: { path: string; content: string }) {
  const parent = await registry.index.head();
  await registry.index.commit({ parent, changes: [change], message: 'Edit\n', at: new Date() });
}
