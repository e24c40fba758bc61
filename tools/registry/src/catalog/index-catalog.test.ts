import { type CatalogQuery, entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import { makeEntry, makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { lantern, tidewater } from '../../test/make-registry.ts';
import { testConfig } from '../../test/test-config.ts';
import { changeCurated } from '../curated/change-curated.ts';
import type { GitIndex } from '../index/git-index.ts';
import { openRegistry } from '../open-registry.ts';
import { IndexCatalog } from './index-catalog.ts';

const now = () => new Date('2026-06-01T00:00:00.000Z');

const entries = [
  makeEntry({ name: 'amber', compat: 'vscode', categories: ['themes'], tags: ['warm'] }, [
    { version: '1.0.0', publishedAt: '2026-01-01T00:00:00.000Z' },
  ]),
  makeEntry({ name: 'amber-light', categories: ['themes', 'data'], owners: [lantern] }, [
    { version: '2.0.0-beta.1', publishedAt: '2026-05-05T00:00:00.000Z' },
    {
      version: '1.0.0',
      publishedAt: '2026-03-01T00:00:00.000Z',
      permissions: ['network'],
      docs: { 'icon.png': 'a'.repeat(64) },
    },
  ]),
  makeEntry({ name: 'tide-table', compat: 'raycast', description: 'Tides, amber and all' }, [
    { version: '1.0.0', publishedAt: '2026-02-01T00:00:00.000Z' },
  ]),
  makeEntry({ name: 'gone' }, [{ version: '1.0.0', status: 'yanked' }]),
];

test.each<[string, CatalogQuery, string[]]>([
  ['nothing in particular', {}, ['amber-light', 'tide-table', 'amber']],
  ['a category', { category: 'themes' }, ['amber-light', 'amber']],
  ['a kind', { compat: 'vscode' }, ['amber']],
  ['a tag', { tag: 'Warm' }, ['amber']],
  ['a permission', { permission: 'network' }, ['amber-light']],
  ['a publisher', { publisher: 'TIDEWATER' }, ['tide-table', 'amber']],
  ['two of them', { category: 'themes', publisher: 'paper-lantern' }, ['amber-light']],
  ['nothing that is there', { category: 'git' }, []],
  ['names in order', { sort: 'name' }, ['amber', 'amber-light', 'tide-table']],
  ['the newest', { sort: 'recent' }, ['amber-light', 'tide-table', 'amber']],
  ['words: an exact name first', { q: 'amber' }, ['amber', 'amber-light', 'tide-table']],
  ['words in any case', { q: ' Amber ' }, ['amber', 'amber-light', 'tide-table']],
  ['the beginning of a word', { q: 'tabl' }, ['tide-table']],
  ['a word with a typo', { q: 'tabel amber' }, []],
  ['one letter wrong', { q: 'tidee' }, ['tide-table']],
  ['all of several words', { q: 'amber light' }, ['amber-light']],
  ['words that are nowhere', { q: 'lighthouse' }, []],
  ['blanks', { q: '  ' }, ['amber-light', 'tide-table', 'amber']],
  ['words, by name', { q: 'amber', sort: 'name' }, ['amber', 'amber-light', 'tide-table']],
])('list() of %s', async (_what, query, names) => {
  await using made = await makeCatalog();
  const { data, meta } = await made.catalog.list(query);
  expect(data.map(({ name }) => name)).toEqual(names);
  expect(meta).toEqual({ total: names.length, page: 1, per_page: 20, last_page: 1 });
});

test('list() gives pages that hold everything once', async () => {
  await using made = await makeCatalog();
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => made.catalog.list({ page, per_page: 1 })),
  );
  expect(pages.map(({ data }) => data.map(({ name }) => name))).toEqual([
    ['amber-light'],
    ['tide-table'],
    ['amber'],
    [],
  ]);
  expect(pages[3]?.meta).toEqual({ total: 3, page: 4, per_page: 1, last_page: 3 });
});

test('an item shows the newest stable version and what people decided', async () => {
  await using made = await makeCatalog();
  const change = () => ({ featured: ['tide-table', 'gone'], verified: [lantern] });
  await changeCurated({ message: 'Decide\n', change }, { index: made.index, now });
  const { data } = await made.catalog.list({});
  expect(data.map(({ name, featured, verified }) => [name, featured, verified])).toEqual([
    ['tide-table', true, false],
    ['amber-light', false, true],
    ['amber', false, false],
  ]);
  expect(data[1]).toMatchObject({
    version: '1.0.0',
    permissions: ['network'],
    owners: ['paper-lantern'],
    icon: 'http://127.0.0.1:4400/docs-files/amber-light/1.0.0/icon.png',
    updatedAt: '2026-03-01T00:00:00.000Z',
  });
  expect((await made.catalog.featured()).map(({ name }) => name)).toEqual(['tide-table']);
});

test('a verified mark goes by the account’s number, not by its login', async () => {
  await using made = await makeCatalog();
  const impostor = { ...tidewater, id: 99 };
  const change = () => ({ verified: [impostor] });
  await changeCurated({ message: 'Verify\n', change }, { index: made.index, now });
  const { data } = await made.catalog.list({});
  expect(data.some(({ verified }) => verified)).toBe(false);
});

test('categories() counts what is live', async () => {
  await using made = await makeCatalog();
  const counted = await made.catalog.categories();
  const counts = Object.fromEntries(counted.map(({ id, count }) => [id, count]));
  expect(counts).toMatchObject({ themes: 2, data: 1, git: 0 });
  expect(counted).toHaveLength(12);
});

test('find() gives the entry also where nothing of it is live', async () => {
  await using made = await makeCatalog();
  expect(await made.catalog.find('gone')).toMatchObject({ entry: { name: 'gone' }, item: null });
  expect(await made.catalog.find('amber')).toMatchObject({ item: { name: 'amber' } });
  expect(await made.catalog.find('none')).toBeNull();
});

test('the catalog shows what was committed since it was last asked', async () => {
  await using made = await makeCatalog();
  await made.catalog.list({});
  const next = makeEntry({ name: 'basalt' });
  const back = makeEntry({ name: 'gone' });
  await write(made.index, [next, back]);
  expect((await made.catalog.list({ sort: 'name' })).data.map(({ name }) => name)).toEqual([
    'amber',
    'amber-light',
    'basalt',
    'gone',
    'tide-table',
  ]);
  await made.index.commit({
    parent: await made.index.head(),
    changes: [{ path: `extensions/${entryPath('amber')}`, content: null }],
    message: 'Remove\n',
    at: now(),
  });
  expect(await made.catalog.find('amber')).toBeNull();
});

test('many questions at once, with commits between, are all answered', async () => {
  await using made = await makeCatalog();
  const asked: Promise<{ meta: { total: number } }>[] = [];
  for (const name of ['basalt', 'cobalt', 'dune']) {
    asked.push(made.catalog.list({}), made.catalog.list({ q: 'amber' }));
    await write(made.index, [makeEntry({ name })]);
    asked.push(made.catalog.list({}));
  }
  await Promise.all(asked);
  expect((await made.catalog.list({})).meta.total).toBe(6);
});

async function makeCatalog() {
  const folder = await makeFolder();
  const registry = await openRegistry(folder.path, { config: testConfig });
  await write(registry.index, entries);
  const catalog = new IndexCatalog(registry.index, { config: () => testConfig });
  return {
    index: registry.index,
    catalog,
    [Symbol.asyncDispose]: async () => {
      registry[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function write(index: GitIndex, written: readonly IndexEntry[]): Promise<void> {
  const changes = written.map((entry) => ({
    path: `extensions/${entryPath(entry.name)}`,
    content: serializeEntry(entry),
  }));
  await index.commit({ parent: await index.head(), changes, message: 'Write\n', at: now() });
}
