import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeReviewers } from '../../test/make-reviewers.ts';
import { mirror } from '../../test/mirror.ts';
import { testConfig } from '../../test/test-config.ts';
import { addInstall } from '../queries/installs.ts';
import { addReview } from '../queries/own-reviews.ts';
import { findExtensionId } from '../queries/extensions.ts';
import { refreshSearch } from '../queries/refresh-search.ts';
import { storeDocuments } from '../queries/documents.ts';
import { DatabaseCatalog } from './database-catalog.ts';

let database: TestDatabase;
let catalog: DatabaseCatalog;

beforeEach(async () => {
  database = await makeDatabase();
  catalog = new DatabaseCatalog(database, { config: () => testConfig });
});
afterEach(() => database[Symbol.asyncDispose]());

const search = async (q: string) => (await catalog.list({ q })).data.map(({ name }) => name);

/** Gives extensions installs, as if so many accounts had them. */
const install = (counts: Record<string, number>) =>
  database.query(
    `update extensions set install_count = count
     from jsonb_each_text($1) as given (key, value), lateral (select value::bigint as count) as its
     where name = key`,
    [JSON.stringify(counts)],
  );

const findId = async (name: string) => (await findExtensionId(database, name)) ?? 0;

async function storeReadme(name: string, readme: string): Promise<void> {
  const rows = await database.query<{ versionId: number; extensionId: number }>(
    `select extension_versions.id as "versionId", extension_id as "extensionId"
     from extension_versions join extensions on extensions.id = extension_id where name = $1`,
    [name],
  );
  const none = { manifest: null, changelog: null, author: null, repository: null };
  await database.transaction(async (transaction) => {
    await storeDocuments(
      transaction,
      rows.map(({ versionId }) => ({ versionId, readme, ...none })),
    );
    await refreshSearch(
      transaction,
      rows.map(({ extensionId }) => extensionId),
    );
  });
}

test.each([
  'gitlens',
  'git lens',
  'git-lens',
  'GitLens',
  'gitle',
  'gitlesn',
  'git lesn',
  'gtilens',
])('git-lens is found first by %s', async (q) => {
  const others = ['git-log', 'lens', 'gitignore', 'legit'].map((name) => makeEntry({ name }));
  await mirror(database, [makeEntry({ name: 'git-lens', displayName: 'GitLens' }), ...others]);
  await install({ 'git-log': 900, lens: 800 });
  expect((await search(q))[0]).toBe('git-lens');
});

test('a name of one word is found by two', async () => {
  await mirror(database, [makeEntry({ name: 'gitlens' }), makeEntry({ name: 'lens' })]);
  expect(await search('git lens')).toEqual(['gitlens']);
});

test('an exact name comes first, however popular the others are', async () => {
  const many = Array.from({ length: 1200 }, (_, nth) =>
    makeEntry({ name: `theme-${nth}`, tags: ['theme'], description: 'A theme of a theme' }),
  );
  await mirror(database, [...many, makeEntry({ name: 'theme' }), makeEntry({ name: 'the-me' })]);
  await database.query(`update extensions set install_count = 1000 where name like 'theme-%'`);
  const { data, meta } = await catalog.list({ q: 'theme', per_page: 3 });
  expect(data.map(({ name }) => name).slice(0, 2)).toEqual(['theme', 'the-me']);
  expect(meta.total).toBeLessThanOrEqual(1000);
  expect(meta.total).toBeGreaterThanOrEqual(750);
  const last = await catalog.list({ q: 'theme', per_page: 3, page: meta.last_page });
  expect(last.data.length).toBeGreaterThan(0);
});

test('pages of a search hold everything once', async () => {
  const many = Array.from({ length: 30 }, (_, nth) => makeEntry({ name: `tide-${nth}` }));
  await mirror(database, many);
  const pages = [];
  for (const page of [1, 2, 3, 4, 5])
    pages.push(await catalog.list({ q: 'tide', page, per_page: 7 }));
  const names = pages.flatMap(({ data }) => data.map(({ name }) => name));
  expect(names.toSorted()).toEqual(many.map(({ name }) => name).toSorted());
  expect(pages.map(({ meta }) => meta.last_page)).toEqual([5, 5, 5, 5, 5]);
});

test('names weigh more than tags, tags more than descriptions, and READMEs least', async () => {
  await mirror(database, [
    makeEntry({ name: 'by-readme' }),
    makeEntry({ name: 'by-description', description: 'Made of basalt' }),
    makeEntry({ name: 'by-tag', tags: ['basalt'] }),
    makeEntry({ name: 'basalt-columns' }),
  ]);
  await storeReadme('by-readme', '# Basalt\n\nBasalt and basalt.\n');
  await install({ 'by-readme': 1000, 'by-description': 2 });
  expect(await search('basalt')).toEqual([
    'basalt-columns',
    'by-tag',
    'by-description',
    'by-readme',
  ]);
  await storeReadme('by-readme', '# Granite\n');
  expect(await search('basalt')).toHaveLength(3);
});

test('words of one query may stand in different places, in other forms', async () => {
  await mirror(database, [makeEntry({ name: 'tide-table', description: 'Formats the sea' })]);
  await storeReadme('tide-table', 'Works in harbours.');
  expect(await search('formatting the tides')).toEqual(['tide-table']);
  expect(await search('tide harbour')).toEqual(['tide-table']);
  expect(await search('tide mountain')).toEqual([]);
});

test('texts of any size and kind are mirrored', async () => {
  const huge = 'word'.repeat(300_000);
  const words = Array.from({ length: 200_000 }, (_, nth) => `w${nth}`).join(' ');
  await mirror(database, [
    makeEntry({ name: 'huge', displayName: huge, description: words, tags: [huge, words] }),
    makeEntry({ name: 'strange', displayName: '日本語 🎉', description: "'; \\ %s $1 :* & |" }),
  ]);
  await storeReadme('huge', words);
  expect(await search('huge w17')).toEqual(['huge']);
  expect(await search('日本')).toEqual(['strange']);
});

test('what many accounts have installed is popular, at once', async () => {
  await mirror(database, [makeEntry({ name: 'amber' }), makeEntry({ name: 'basalt' })]);
  const popular = async () =>
    (await catalog.list({})).data.map((item) => [item.name, item.installs]);
  expect(await popular()).toEqual([
    ['amber', 0],
    ['basalt', 0],
  ]);
  const { userIds } = await makeReviewers(database, { name: 'other', accounts: 1 });
  const extensionId = await findId('basalt');
  const noted = { extensionId, userId: userIds[0] ?? 0, version: '1.0.0' };
  await database.transaction((transaction) => addInstall(transaction, noted));
  expect(await popular()).toEqual([
    ['basalt', 1],
    ['amber', 0],
  ]);
});

test('a single rating moves less than many, and what nobody rated is in the middle', async () => {
  const ratings = {
    adored: [5, 5, 5, 5, 5, 5],
    lucky: [5],
    unrated: [],
    unlucky: [1],
    bad: [1, 1, 1, 1],
  };
  await mirror(
    database,
    Object.keys(ratings).map((name) => makeEntry({ name })),
  );
  const { userIds } = await makeReviewers(database, { name: 'other', accounts: 6 });
  for (const [name, given] of Object.entries(ratings)) {
    const extensionId = await findId(name);
    for (const [nth, rating] of given.entries()) {
      const userId = userIds[nth] ?? 0;
      const said = { version: '1.0.0', title: null, body: null };
      await addReview(database, { extensionId, userId, rating, ...said });
    }
  }
  const { data } = await catalog.list({ sort: 'rating' });
  expect(data.map(({ name }) => name)).toEqual(Object.keys(ratings));
  expect(data[0]?.rating).toEqual({ average: 5, count: 6 });
});

test('refreshSearch() leaves what is equal already untouched', async () => {
  await mirror(database, [makeEntry({ name: 'amber', tags: ['b', 'a'] })]);
  await storeReadme('amber', 'Warm');
  const places = () =>
    database.query(
      `select ctid::text from extension_search union all select ctid::text from extension_readmes`,
    );
  const before = await places();
  await mirror(database, [makeEntry({ name: 'amber', tags: ['b', 'a'] })]);
  expect(await places()).toEqual(before);
});
