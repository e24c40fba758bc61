import { RegistryError } from '@orchestra/core';
import { maxDocBytes, readStoredDoc } from '@orchestra/registry';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeDocs, type TestDocs } from '../../test/make-docs.ts';
import { makeIndex } from '../../test/make-index.ts';
import { syncIndex } from '../index/sync-index.ts';
import { type FillOptions, fillDocuments } from './fill-documents.ts';

let database: TestDatabase;
let docs: TestDocs;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  docs = makeDocs();
  await emptyTables(database);
});

const manifest = {
  name: 'tide-table',
  version: '1.0.0',
  author: { name: 'Tidewater', email: 'canary@mail.orchestra-canary.dev' },
  bugs: { email: 'canary@mail.orchestra-canary.dev' },
  repository: 'github:tidewater/tide-table',
};

/** Mirrors one extension with the given documents of each version. */
async function mirror(
  versions: Record<string, Record<string, string | object>>,
  statuses: Record<string, 'live' | 'yanked'> = {},
) {
  const made = await Promise.all(
    Object.entries(versions).map(async ([version, files]) => ({
      version,
      docs: await docs.put('tide-table', version, files),
      status: statuses[version] ?? 'live',
    })),
  );
  await using index = await makeIndex(makeEntry({ name: 'tide-table' }, made));
  await syncIndex({ database, index: index.index, acceptRewrite: true });
}

const fill = (options: Partial<FillOptions> = {}) =>
  fillDocuments({ database, readDoc: readStoredDoc(docs.blobs), ...options });
const stored = () =>
  database.query(
    'select version, manifest, readme, changelog from extension_versions order by position',
  );
const details = () => database.query('select author, repository from extensions');

test('fillDocuments() keeps manifest and texts, and tells whose the extension is', async () => {
  await mirror({
    '1.0.0': { 'manifest.json': manifest, 'readme.md': '# Tides', 'changelog.md': '## 1.0.0' },
  });
  expect(await fill()).toEqual({ read: 1, waiting: 0, failures: [] });
  expect(await stored()).toEqual([
    {
      version: '1.0.0',
      manifest: { ...manifest, author: { name: 'Tidewater' }, bugs: {} },
      readme: '# Tides',
      changelog: '## 1.0.0',
    },
  ]);
  expect(await details()).toEqual([
    { author: 'Tidewater', repository: 'https://github.com/tidewater/tide-table' },
  ]);
  expect(await fill()).toEqual({ read: 0, waiting: 0, failures: [] });
});

test('the newest live version says whose the extension is', async () => {
  const by = (author: string) => ({ 'manifest.json': { ...manifest, author } });
  const versions = { '2.0.0': by('Second'), '1.0.0': by('First') };
  await mirror(versions);
  await fill();
  expect(await details()).toMatchObject([{ author: 'Second' }]);
  await mirror(versions, { '2.0.0': 'yanked' });
  expect(await details()).toMatchObject([{ author: 'First' }]);
  // until its manifest is read, a new one changes nothing
  await mirror({ '3.0.0': by('Third'), ...versions });
  expect(await details()).toMatchObject([{ author: 'First' }]);
  await fill();
  expect(await details()).toMatchObject([{ author: 'Third' }]);
});

test('no address gets into a table, whatever a document says', async () => {
  const address = 'canary@mail.orchestra-canary.dev';
  const hidden = JSON.stringify({ ...manifest, [address]: address, author: `A <${address}>` });
  await mirror({
    '1.0.0': {
      'manifest.json': hidden.replaceAll('@', '\\u0040'),
      'readme.md': `Write to ${address}, or <mailto:${address}>`,
      'changelog.md': `Thanks to ${address}!`,
    },
  });
  expect(await fill()).toMatchObject({ read: 1, failures: [] });
  const dumped = await Promise.all(
    ['extensions', 'extension_versions', 'document_jobs'].map((table) =>
      database.query(`select * from ${table}`),
    ),
  );
  expect(JSON.stringify(dumped)).not.toContain('orchestra-canary');
  expect(await details()).toMatchObject([{ author: 'A' }]);
});

test('what no column takes is replaced, and a long text is cut at the end of a line', async () => {
  const line = `${'tide '.repeat(20)}\n`;
  await mirror({
    '1.0.0': {
      'manifest.json': { ...manifest, 'a\0b': ['\0', '\uD83D'] },
      'readme.md': `a\0b\n${line.repeat(5000)}`,
    },
  });
  expect(await fill()).toMatchObject({ read: 1, failures: [] });
  const [first] = await database.query<{ manifest: object; readme: string }>(
    'select manifest, readme from extension_versions',
  );
  expect(first?.manifest).toMatchObject({ 'a\uFFFDb': ['\uFFFD', '\uFFFD'] });
  expect(first?.readme.startsWith('a\uFFFDb\ntide')).toBe(true);
  expect(first?.readme.length).toBeGreaterThan(199_000);
  expect(first?.readme.length).toBeLessThanOrEqual(200_000);
  expect(first?.readme.endsWith('tide ')).toBe(true);
});

test.each([
  ['is no JSON', 'no', /Not valid JSON/],
  ['is no object', '[]', /Expected a JSON object/],
  ['is nested too deep', `{"a":${'['.repeat(99)}${']'.repeat(99)}}`, /64 levels/],
  ['is too long', JSON.stringify({ a: 'x'.repeat(1024 * 1024) }), /at most 1048576 characters/],
  ['is far too long', 'x'.repeat(maxDocBytes + 1), /at most 16777216 bytes/],
])('a manifest that %s is told, and tried again later', async (_what, text, reason) => {
  await mirror({ '1.0.0': { 'manifest.json': text, 'readme.md': '# Tides' } });
  const failures = [
    { name: 'tide-table', version: '1.0.0', reason: expect.stringMatching(reason) },
  ];
  expect(await fill()).toEqual({ read: 0, waiting: 1, failures });
  expect(await fill()).toEqual({ read: 0, waiting: 1, failures });
  const jobs = () =>
    database.query('select attempts, next_attempt_at > now() as later from document_jobs');
  expect(await jobs()).toEqual([{ attempts: 1, later: true }]);
  await database.query('update document_jobs set next_attempt_at = now()');
  await fill();
  expect(await jobs()).toEqual([{ attempts: 2, later: true }]);
});

test('documents that are missing, changed or out of reach are told, and read once they are there', async () => {
  await mirror({
    '3.0.0': { 'manifest.json': manifest, 'readme.md': '# Third' },
    '2.0.0': { 'manifest.json': manifest, 'readme.md': '# Second' },
    '1.0.0': { 'manifest.json': manifest, 'readme.md': '# First' },
    '0.1.0': { 'manifest.json': manifest },
  });
  const readStored = readStoredDoc(docs.blobs);
  const { failures, ...counts } = await fill({
    readDoc: async (place) => {
      if (place.path === 'readme.md') {
        if (place.version === '3.0.0') return null;
        if (place.version === '2.0.0') return Buffer.from('# Changed');
        throw new RegistryError('registry-unreachable', 'Nobody answers canary@mail.canary.dev');
      }
      return readStored(place);
    },
  });
  expect(counts).toEqual({ read: 1, waiting: 3 });
  expect(failures).toEqual([
    { name: 'tide-table', version: '3.0.0', reason: 'readme.md is missing' },
    {
      name: 'tide-table',
      version: '2.0.0',
      reason: expect.stringMatching(/^Expected readme\.md with SHA-256 \w+; found \w+$/),
    },
    { name: 'tide-table', version: '1.0.0', reason: 'Nobody answers [email removed]' },
  ]);
  await database.query('update document_jobs set next_attempt_at = now()');
  expect(await fill()).toEqual({ read: 3, waiting: 0, failures: [] });
});

test('documents that an accepted rewrite changed are read again', async () => {
  await mirror({ '1.0.0': { 'manifest.json': manifest, 'readme.md': '# One' } });
  await fill();
  docs = makeDocs();
  await mirror({ '1.0.0': { 'manifest.json': manifest, 'readme.md': '# Other' } });
  expect(await fill()).toMatchObject({ read: 1, waiting: 0 });
  expect(await stored()).toMatchObject([{ readme: '# Other' }]);
});

test('fillDocuments() ends between two lots where it is told to', async () => {
  const versions = Array.from({ length: 60 }, (_, nth) => [
    `${60 - nth}.0.0`,
    { 'manifest.json': manifest },
  ]);
  await mirror(Object.fromEntries(versions));
  const abort = new AbortController();
  const seen: number[] = [];
  const first = await fill({
    signal: abort.signal,
    onProgress: (done) => {
      seen.push(done);
      if (seen.length === 2) abort.abort();
    },
  });
  expect(first.read).toBeGreaterThan(seen[0] ?? 0);
  expect(first.read + first.waiting).toBe(60);
  expect(await fill()).toMatchObject({ read: first.waiting, waiting: 0 });
});
