import type { Owner } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countCategories, listFeaturedIds } from './catalog.ts';
import {
  keepCuratedFile,
  mirrorCategories,
  mirrorFeatured,
  mirrorVerified,
  readCuratedFiles,
} from './mirror-curated.ts';
import { mirrorEntries } from './mirror-entries.ts';

const tidewater: Owner = { provider: 'local', id: 1, login: 'tidewater' };
const lantern: Owner = { provider: 'github', id: 1, login: 'paper-lantern' };

let database: TestDatabase;
/** Of amber, basalt and coral. */
let ids: number[];
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await emptyTables(database);
  ids = await mirrorEntries(
    database,
    [
      makeEntry({ name: 'amber', owners: [tidewater] }),
      makeEntry({ name: 'basalt', owners: [lantern] }),
      makeEntry({ name: 'coral', owners: [lantern, tidewater] }),
    ].map((entry) => ({ entry, verified: false, featuredRank: null })),
  );
});

/** The names of those ids. */
const named = (found: readonly number[]) =>
  found.map((id) => ['amber', 'basalt', 'coral'][ids.indexOf(id)]);

const theme = { id: 'themes', title: 'Themes', description: 'How it looks' } as const;
const git = { id: 'git', title: 'Git', description: 'Of git' } as const;

test('mirrorCategories() makes them those given, in their order', async () => {
  const listed = async () =>
    (await countCategories(database)).map(({ id, title }) => `${id}: ${title}`);
  await mirrorCategories(database, [theme, git]);
  expect(await listed()).toEqual(['themes: Themes', 'git: Git']);
  await mirrorCategories(database, [git, { ...theme, title: 'Looks' }]);
  expect(await listed()).toEqual(['git: Git', 'themes: Looks']);
  await mirrorCategories(database, [theme]);
  expect(await listed()).toEqual(['themes: Themes']);
  await mirrorCategories(database, []);
  expect(await listed()).toEqual([]);
});

test('mirrorFeatured() tells which changed: new ones, moved ones and those that are none any more', async () => {
  const feature = async (...names: string[]) =>
    named(await mirrorFeatured(database, names)).toSorted();
  expect(await feature('coral', 'never-was', 'amber')).toEqual(['amber', 'coral']);
  expect(named(await listFeaturedIds(database))).toEqual(['coral', 'amber']);
  expect(await feature('coral', 'never-was', 'amber')).toEqual([]);
  expect(await feature('coral', 'basalt')).toEqual(['amber', 'basalt']);
  expect(named(await listFeaturedIds(database))).toEqual(['coral', 'basalt']);
  expect(await feature()).toEqual(['basalt', 'coral']);
  expect(await listFeaturedIds(database)).toEqual([]);
});

test('mirrorVerified() marks what a verified account owns, by its number and not its login', async () => {
  const verify = async (...accounts: Owner[]) =>
    named(await mirrorVerified(database, accounts)).toSorted();
  expect(await verify({ ...lantern, login: 'renamed' })).toEqual(['basalt', 'coral']);
  expect(await verify(lantern)).toEqual([]);
  expect(await verify(tidewater, tidewater)).toEqual(['amber', 'basalt']);
  const marked = 'select name from extensions where verified order by name';
  expect(await database.query(marked)).toEqual([{ name: 'amber' }, { name: 'coral' }]);
  expect(await verify()).toEqual(['amber', 'coral']);
});

test('readCuratedFiles() gives what each file said last', async () => {
  expect(await readCuratedFiles(database)).toEqual(new Map());
  await keepCuratedFile(database, { path: 'featured.json', content: ['amber'] });
  await keepCuratedFile(database, { path: 'verified.json', content: { accounts: [], note: null } });
  await keepCuratedFile(database, { path: 'featured.json', content: [] });
  expect(await readCuratedFiles(database)).toEqual(
    new Map<string, unknown>([
      ['featured.json', []],
      ['verified.json', { accounts: [], note: null }],
    ]),
  );
});

test('keepCuratedFile() of the same again writes no row', async () => {
  const keep = () => keepCuratedFile(database, { path: 'a.json', content: { a: 1, b: [2] } });
  const place = () => database.query('select ctid::text from curated_files');
  await keep();
  const before = await place();
  await keep();
  expect(await place()).toEqual(before);
});
