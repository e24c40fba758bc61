import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mirror } from '../../test/mirror.ts';
import { findExtensionId } from './extensions.ts';
import { findSimilarWords, findStems } from './search-words.ts';
import { searchExtensionIds } from './search.ts';

let database: TestDatabase;
const names = new Map<number, string>();

beforeAll(async () => {
  database = await makeDatabase();
  const known = {
    'git-lens': 'Shows who wrote a line',
    'git-log': 'Shows lines of history',
    lantern: 'Lights the git of others',
  };
  const entries = Object.entries(known);
  await mirror(
    database,
    entries.map(([name, description]) => makeEntry({ name, description })),
  );
  for (const [name] of entries) names.set((await findExtensionId(database, name)) ?? 0, name);
});
afterAll(() => database[Symbol.asyncDispose]());

/** Searches for one word as it is. */
const search = async (
  word: string,
  query: { page?: number; per_page?: number; q?: string } = {},
) => {
  const whole = `'${word}'`;
  const terms = { name: word, spelling: word, typed: whole, whole, meant: whole };
  const { ids, total } = await searchExtensionIds(database, { query, terms });
  return { found: ids.map((id) => names.get(id)), total };
};

test('searchExtensionIds() has names before descriptions, in pages, and counts all of them', async () => {
  await database.query(`update extensions set install_count = 5 where name = 'git-log'`);
  const found = ['git-log', 'git-lens', 'lantern'];
  expect(await search('git')).toEqual({ found, total: 3 });
  expect(await search('git', { page: 2, per_page: 2 })).toEqual({
    found: found.slice(2),
    total: 3,
  });
  expect(await search('git', { page: 3, per_page: 2 })).toEqual({ found: [], total: 3 });
  expect(await search('harbor')).toEqual({ found: [], total: 0 });
});

test('searchExtensionIds() finds a name by its spelling, without hyphens', async () => {
  expect((await search('gitlens')).found).toEqual(['git-lens']);
});

test('findStems() gives the stem of each word, and null for one that says nothing', async () => {
  expect(await findStems(database, ['lines', 'the', 'gitlens', '日本語'])).toEqual(
    new Map([
      ['lines', 'line'],
      ['the', null],
      ['gitlens', 'gitlen'],
      ['日本語', '日本語'],
    ]),
  );
  expect(await findStems(database, [])).toEqual(new Map());
});

test('findSimilarWords() has words of extensions, the likest first, and no more than asked', async () => {
  const words = ['lanten', 'gitlans', 'harbor', 'lanten'];
  const found = await findSimilarWords(database, words, { most: 2 });
  expect([...found.keys()].toSorted()).toEqual(['gitlans', 'harbor', 'lanten']);
  expect(found.get('lanten')?.[0]).toBe('lantern');
  expect(found.get('gitlans')?.[0]).toBe('gitlens');
  expect(found.get('harbor')).toEqual([]);
  const one = await findSimilarWords(database, ['gitlans'], { most: 1 });
  expect(one.get('gitlans')).toEqual(['gitlens']);
});
