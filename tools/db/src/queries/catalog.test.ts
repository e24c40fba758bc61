import type { CatalogQuery } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mirror } from '../../test/mirror.ts';
import { testConfig } from '../../test/test-config.ts';
import { countCategories, listCatalogItems, listExtensionIds, listFeaturedIds } from './catalog.ts';
import { findExtensionId } from './extensions.ts';
import { mirrorFeatured } from './mirror-curated.ts';

let database: TestDatabase;
const ids = new Map<string, number>();
const idOf = (name: string) => ids.get(name) ?? 0;

/** Amber is the most popular one, basalt the newest one that is live; of gone nothing is live. */
beforeAll(async () => {
  database = await makeDatabase();
  await mirror(database, [
    makeEntry({ name: 'amber', categories: ['themes'], tags: ['Warm'] }, [
      { version: '1.0.0', publishedAt: '2026-01-01T00:00:00.000Z' },
    ]),
    makeEntry({ name: 'basalt', categories: ['themes', 'data'] }, [
      { version: '1.0.0', publishedAt: '2026-03-01T00:00:00.000Z', permissions: ['network'] },
    ]),
    makeEntry({ name: 'coral', categories: ['data'] }, [
      { version: '1.0.0', publishedAt: '2026-02-01T00:00:00.000Z' },
    ]),
    makeEntry({ name: 'gone', categories: ['data'] }, [{ version: '1.0.0', status: 'yanked' }]),
  ]);
  for (const name of ['amber', 'basalt', 'coral', 'gone'])
    ids.set(name, (await findExtensionId(database, name)) ?? 0);
  await database.query(
    `update extensions set install_count = 5, download_count = 9 where name = 'amber'`,
  );
});
afterAll(() => database[Symbol.asyncDispose]());

test.each<[CatalogQuery, string[]]>([
  [{}, ['amber', 'basalt', 'coral']],
  [{ sort: 'relevance' }, ['amber', 'basalt', 'coral']],
  [{ sort: 'recent' }, ['basalt', 'coral', 'amber']],
  [{ sort: 'name', q: 'its words are left aside' }, ['amber', 'basalt', 'coral']],
  [{ category: 'data' }, ['basalt', 'coral']],
  [{ category: 'data', permission: 'network' }, ['basalt']],
  [{ category: 'themes', without: 'network', tag: 'wARM' }, ['amber']],
  [{ tag: 'warmer' }, []],
])('listExtensionIds() of %j', async (query, names) => {
  const found = await listExtensionIds(database, query);
  expect(found).toEqual({ ids: names.map(idOf), total: names.length });
});

test('listExtensionIds() has a page, and counts all of them', async () => {
  const page = (nth: number) => listExtensionIds(database, { page: nth, per_page: 2 });
  expect(await page(1)).toEqual({ ids: [idOf('amber'), idOf('basalt')], total: 3 });
  expect(await page(2)).toEqual({ ids: [idOf('coral')], total: 3 });
  expect(await page(3)).toEqual({ ids: [], total: 3 });
});

test('listCatalogItems() keeps the order given, and leaves out what has nothing live or is not there', async () => {
  const given = ['coral', 'gone', 'never-was', 'amber'].map(idOf);
  const items = await listCatalogItems(database, { ids: given, config: testConfig });
  expect(items.map(({ name }) => name)).toEqual(['coral', 'amber']);
  expect(items[1]).toMatchObject({
    installs: 5,
    downloads: 9,
    icon: null,
    rating: { average: null, count: 0 },
  });
  expect(await listCatalogItems(database, { ids: [], config: testConfig })).toEqual([]);
});

test('listFeaturedIds() has them in the order that people chose', async () => {
  expect(await listFeaturedIds(database)).toEqual([]);
  await mirrorFeatured(database, ['coral', 'amber']);
  expect(await listFeaturedIds(database)).toEqual([idOf('coral'), idOf('amber')]);
});

test('countCategories() counts what is live, and knows empty ones', async () => {
  expect((await countCategories(database)).map(({ id, count }) => [id, count])).toEqual([
    ['themes', 2],
    ['git', 0],
    ['data', 2],
  ]);
});
