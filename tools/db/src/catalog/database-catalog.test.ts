import type { CatalogQuery } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mirror } from '../../test/mirror.ts';
import { testConfig } from '../../test/test-config.ts';
import { mirrorFeatured, mirrorVerified } from '../queries/mirror-curated.ts';
import { DatabaseCatalog } from './database-catalog.ts';

const tidewater = { provider: 'local', id: 1, login: 'tidewater' } as const;
const lantern = { provider: 'local', id: 2, login: 'paper-lantern' } as const;

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
    {
      version: '1.0.0',
      publishedAt: '2026-02-01T00:00:00.000Z',
      unclearCode: { mayNeed: ['secrets'] },
    },
  ]),
  makeEntry({ name: 'gone' }, [{ version: '1.0.0', status: 'yanked' }]),
];

let database: TestDatabase;
let catalog: DatabaseCatalog;

beforeAll(async () => {
  database = await makeDatabase();
  catalog = new DatabaseCatalog(database, { config: () => testConfig });
  await mirror(database, entries);
});
afterAll(() => database[Symbol.asyncDispose]());

const names = async (query: CatalogQuery) =>
  (await catalog.list(query)).data.map(({ name }) => name);

test.each<[string, CatalogQuery, string[]]>([
  ['nothing in particular', {}, ['amber-light', 'tide-table', 'amber']],
  [
    'what needs no secrets, and maybe none either',
    { without: 'secrets' },
    ['amber-light', 'amber'],
  ],
  ['what needs secrets, which nobody can tell of one', { permission: 'secrets' }, []],
  ['what needs no network', { without: 'network' }, ['tide-table', 'amber']],
  [
    'what needs one thing and not another',
    { permission: 'network', without: 'git' },
    ['amber-light'],
  ],
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
  ['a word with a typo', { q: 'tabel amber' }, ['tide-table']],
  ['one letter wrong', { q: 'tidee' }, ['tide-table']],
  ['all of several words', { q: 'amber light' }, ['amber-light']],
  ['words that are nowhere', { q: 'lighthouse' }, []],
  ['blanks', { q: '  ' }, ['amber-light', 'tide-table', 'amber']],
  ['words, by name', { q: 'amber', sort: 'name' }, ['amber', 'amber-light', 'tide-table']],
])('list() of %s', async (_what, query, expected) => {
  const { data, meta } = await catalog.list(query);
  expect(data.map(({ name }) => name)).toEqual(expected);
  expect(meta).toEqual({ total: expected.length, page: 1, per_page: 20, last_page: 1 });
});

test('list() gives pages that hold everything once, and nothing past the end', async () => {
  const pages = await Promise.all([1, 2, 3, 4].map((page) => catalog.list({ page, per_page: 1 })));
  expect(pages.map(({ data }) => data.map(({ name }) => name))).toEqual([
    ['amber-light'],
    ['tide-table'],
    ['amber'],
    [],
  ]);
  expect(pages[3]?.meta).toEqual({ total: 3, page: 4, per_page: 1, last_page: 3 });
  const past = await catalog.list({ q: 'amber', page: 9, per_page: 2 });
  expect(past).toEqual({ data: [], meta: { total: 3, page: 9, per_page: 2, last_page: 2 } });
});

test('an item shows the newest stable version and what people decided', async () => {
  await using decided = await makeDatabase();
  await mirror(decided, entries);
  await mirrorFeatured(decided, ['tide-table', 'gone', 'amber-light']);
  await mirrorVerified(decided, [lantern, { ...tidewater, id: 99 }]);
  const its = new DatabaseCatalog(decided, { config: () => testConfig });
  const { data } = await its.list({});
  expect(data.map(({ name, featured, verified }) => [name, featured, verified])).toEqual([
    ['amber-light', true, true],
    ['tide-table', true, false],
    ['amber', false, false],
  ]);
  expect(data[0]).toEqual({
    name: 'amber-light',
    displayName: 'amber-light',
    description: 'What amber-light does',
    compat: 'native',
    categories: ['themes', 'data'],
    tags: [],
    license: 'MIT',
    owners: ['paper-lantern'],
    verified: true,
    featured: true,
    version: '1.0.0',
    permissions: ['network'],
    mayNeed: [],
    icon: 'http://127.0.0.1:4400/docs-files/amber-light/1.0.0/icon.png',
    rating: { average: null, count: 0 },
    installs: 0,
    downloads: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-03-01T00:00:00.000Z',
  });
  expect((await its.featured()).map(({ name }) => name)).toEqual(['tide-table', 'amber-light']);
});

test('categories() counts what is live, in order', async () => {
  expect((await catalog.categories()).map(({ id, count }) => [id, count])).toEqual([
    ['themes', 2],
    ['git', 0],
    ['data', 1],
  ]);
});

test('find() gives the entry as the index has it, also where nothing of it is live', async () => {
  for (const entry of entries) {
    const found = await catalog.find(entry.name);
    const item = entry.name === 'gone' ? null : expect.anything();
    expect(found).toEqual({ entry, item, author: null, repository: null });
  }
  expect(await catalog.find('none')).toBeNull();
});

test('what is yanked, removed or back again is found accordingly', async () => {
  await using changing = await makeDatabase();
  const its = new DatabaseCatalog(changing, { config: () => testConfig });
  const found = async () => (await its.list({ q: 'basalt' })).data.map(({ name }) => name);
  const live = makeEntry({ name: 'basalt' });
  const yanked = makeEntry({ name: 'basalt' }, [{ version: '1.0.0', status: 'yanked' }]);
  await mirror(changing, [live]);
  expect(await found()).toEqual(['basalt']);
  await mirror(changing, [yanked]);
  expect(await found()).toEqual([]);
  expect(await its.list({})).toMatchObject({ data: [], meta: { total: 0 } });
  await mirror(changing, [live]);
  expect(await found()).toEqual(['basalt']);
  await mirror(changing, [], { removed: ['basalt'] });
  expect(await found()).toEqual([]);
  expect(await its.find('basalt')).toBeNull();
});

test.each([
  ['nothing but punctuation', '!?.:&|<->()*'],
  ['syntax of searches', "amber:* & !light | <2> 'x':A"],
  ['syntax of SQL', "'; drop table extensions; --"],
  ['a NUL', 'am\0ber'],
  ['halves of letters', '\ud800 \udfff amber\ud83d'],
  ['letters of every kind', 'ａｍｂｅｒ ÄÖ İı ﷺ 日本語 🎉 \u202eamber\u0301\u0301\u0301'],
  ['backslashes', "\\ \\' amber\\"],
  ['a word without end', 'a'.repeat(200)],
  ['very many words', 'ab '.repeat(66)],
  ['stop words', 'the of and'],
  ['patterns', '% _ %amber_'],
])('%s can be searched for, in any order', async (_what, q) => {
  for (const sort of ['relevance', 'popular', 'recent', 'rating', 'name'] as const) {
    const { data, meta } = await catalog.list({ q, sort });
    expect(data).toHaveLength(meta.total);
  }
  expect(await names({})).toHaveLength(3);
});

test('what has no word in it is found nowhere', async () => {
  expect(await names({ q: '?!' })).toEqual([]);
  expect(await names({ q: '\0' })).toEqual([]);
  expect(await names({ tag: "warm' or true --", publisher: '%' })).toEqual([]);
});
