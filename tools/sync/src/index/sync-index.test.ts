import { serializeEntry } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables, makeDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeIndex, type TestIndex } from '../../test/make-index.ts';
import { type SyncOptions, syncIndex } from './sync-index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => emptyTables(database));

const sync = (made: TestIndex, options: Partial<SyncOptions> = {}) =>
  syncIndex({ database, index: made.index, ...options });
const names = async (where = 'deleted_at is null') => {
  const found = await database.query<{ name: string }>(
    `select name from extensions where ${where} order by name`,
  );
  return found.map(({ name }) => name);
};
const tide = makeEntry({ name: 'tide-table' });
const lamp = makeEntry({
  name: 'paper-lamp',
  owners: [{ provider: 'local', id: 2, login: 'ada' }],
});

/** Enough that one of them may go. */
const many = Array.from({ length: 20 }, (_, nth) => makeEntry({ name: `filler-${nth}` }));

test('syncIndex() mirrors everything first, then what changed, then nothing', async () => {
  await using made = await makeIndex(tide, lamp);
  const first = await made.index.head();
  expect(await sync(made)).toEqual({
    from: null,
    to: first,
    mirrored: 2,
    removed: 0,
    problems: [],
  });
  const second = await made.put(makeEntry({ name: 'tide-table', displayName: 'Tides' }));
  expect(await sync(made)).toMatchObject({ from: first, to: second, mirrored: 1 });
  expect(await database.query('select display_name from extensions order by name')).toEqual([
    { display_name: 'paper-lamp' },
    { display_name: 'Tides' },
  ]);
  expect(await sync(made)).toMatchObject({ from: second, to: second, mirrored: 0 });
  expect(await database.query('select commit from sync_state')).toEqual([{ commit: second }]);
});

test('syncIndex() follows a yank and an unyank', async () => {
  const two = (status: 'live' | 'yanked') =>
    makeEntry({ name: 'tide-table' }, [{ version: '1.1.0', status }, { version: '1.0.0' }]);
  await using made = await makeIndex(two('live'));
  const latest = () => database.query('select latest_version from extensions');
  await sync(made);
  expect(await latest()).toEqual([{ latest_version: '1.1.0' }]);
  await made.put(two('yanked'));
  await sync(made);
  expect(await latest()).toEqual([{ latest_version: '1.0.0' }]);
  await made.put(two('live'));
  await sync(made);
  expect(await latest()).toEqual([{ latest_version: '1.1.0' }]);
});

test('syncIndex() gives and takes the featured rank and the verified mark', async () => {
  await using made = await makeIndex(tide, lamp, ...many);
  await made.write({
    'featured.json': '{"format":1,"featured":["paper-lamp","tide-table","not-there-yet"]}',
    'verified.json': '{"format":1,"verified":[{"provider":"local","id":2,"login":"ada"}]}',
    'categories.json':
      '{"format":1,"categories":[{"id":"themes","title":"Themes","description":"Colours"}]}',
  });
  await sync(made);
  const curated = () =>
    database.query(
      'select name, featured_rank as rank, verified from extensions where featured or verified order by rank',
    );
  expect(await curated()).toEqual([
    { name: 'paper-lamp', rank: 0, verified: true },
    { name: 'tide-table', rank: 1, verified: false },
  ]);
  expect(await database.query('select id, title from categories')).toEqual([
    { id: 'themes', title: 'Themes' },
  ]);

  await made.write({
    'featured.json': '{"format":1,"featured":["tide-table"]}',
    // of another provider than the owner of the same number
    'verified.json': '{"format":1,"verified":[{"provider":"github","id":1,"login":"ada"}]}',
  });
  expect(await sync(made)).toMatchObject({ mirrored: 0, problems: [] });
  expect(await curated()).toEqual([{ name: 'tide-table', rank: 0, verified: false }]);

  // what is curated already meets what comes later, and stays through other changes
  await made.put(makeEntry({ name: 'tide-table', displayName: 'Tides' }));
  await sync(made);
  expect(await curated()).toEqual([{ name: 'tide-table', rank: 0, verified: false }]);
  await made.write({ 'featured.json': null });
  await sync(made);
  expect(await curated()).toEqual([]);
});

test('syncIndex() keeps what was curated while a curated file is damaged, and says so', async () => {
  await using made = await makeIndex(tide, ...many);
  await made.write({ 'featured.json': '{"format":1,"featured":["tide-table"]}' });
  await sync(made);
  await made.write({ 'featured.json': '{"format":1,"featured":["tide-table",]}' });
  await made.put(makeEntry({ name: 'tide-table', displayName: 'Tides' }));
  const damaged = await sync(made);
  expect(damaged).toMatchObject({ mirrored: 1, problems: [{ path: 'featured.json' }] });
  expect(await names('featured_rank = 0')).toEqual(['tide-table']);
  expect((await sync(made)).problems).toEqual(damaged.problems);
  await made.write({ 'featured.json': '{"format":1,"featured":["filler-1"]}' });
  expect((await sync(made)).problems).toEqual([]);
  expect(await names('featured')).toEqual(['filler-1']);
});

test('an extension that is gone and comes back has its reviews', async () => {
  await using made = await makeIndex(tide, ...many);
  await sync(made);
  await database.query(
    `insert into extension_reviews (extension_id, user_id, rating, body, version)
     select extensions.id, users.id, 4, 'Never late', '1.0.0'
     from extensions, users where name = 'tide-table'`,
  );
  const reviews = () =>
    database.query(
      `select name, body, rating_average as average
       from extension_reviews join extensions on extensions.id = extension_id`,
    );
  const written = [{ name: 'tide-table', body: 'Never late', average: 4 }];
  await made.put('tide-table');
  expect(await sync(made)).toMatchObject({ mirrored: 0, removed: 1 });
  expect(await names('deleted_at is not null')).toEqual(['tide-table']);
  expect(await reviews()).toEqual(written);
  await made.put(tide);
  expect(await sync(made)).toMatchObject({ mirrored: 1, removed: 0 });
  expect(await names()).toContain('tide-table');
  expect(await reviews()).toEqual(written);
  await sync(made, { rebuild: true });
  expect(await reviews()).toEqual(written);
});

test('syncIndex() stops at a removal of more than 5 %, and goes on where it is accepted', async () => {
  await using made = await makeIndex(tide, ...many);
  const before = await sync(made);
  await made.put('filler-0', 'filler-1');
  await expect(sync(made)).rejects.toMatchObject({
    code: 'mass-removal',
    message: expect.stringContaining('2 of 21 extensions no more (filler-0, filler-1)'),
  });
  expect(await names()).toHaveLength(21);
  expect(await database.query('select commit from sync_state')).toEqual([{ commit: before.to }]);
  // nor by the way of a rebuild
  await expect(sync(made, { rebuild: true })).rejects.toMatchObject({ code: 'mass-removal' });
  expect(await sync(made, { acceptRemovals: true })).toMatchObject({ removed: 2 });
  expect(await names()).toHaveLength(19);
});

test('syncIndex() stops at a rewritten history, and follows it where that is accepted', async () => {
  await using made = await makeIndex(tide, ...many);
  const first = await made.index.head();
  await made.put(makeEntry({ name: 'tide-table', displayName: 'Tides' }, [{ version: '2.0.0' }]));
  const { to } = await sync(made);
  await made.reset(first);
  await expect(sync(made)).rejects.toMatchObject({ code: 'history-rewritten' });
  const other = await made.put(lamp);
  await expect(sync(made)).rejects.toMatchObject({ code: 'history-rewritten' });
  await expect(sync(made, { rebuild: true })).rejects.toMatchObject({ code: 'history-rewritten' });
  expect(await names("display_name = 'Tides'")).toEqual(['tide-table']);
  expect(await sync(made, { acceptRewrite: true })).toMatchObject({ from: to, to: other });
  expect(await names("display_name = 'tide-table'")).toEqual(['tide-table']);
  expect(
    await database.query(`select version from extension_versions where version = '2.0.0'`),
  ).toEqual([]);
  // an index of which nothing was ever known here
  await database.query('update sync_state set commit = $1', ['f'.repeat(40)]);
  await expect(sync(made)).rejects.toMatchObject({ code: 'history-rewritten' });
});

test('a copy that is behind is brought up to date before its history is judged', async () => {
  await using made = await makeIndex(tide);
  const behind = await made.index.head();
  const ahead = await made.put(lamp);
  await sync(made);
  await made.reset(behind);
  const refresh = () => made.reset(ahead);
  expect(await sync(made, { refresh })).toMatchObject({ from: ahead, to: ahead });
});

test('a rebuild mends what someone changed by hand, and keeps what only the database knows', async () => {
  await using made = await makeIndex(tide, lamp);
  await sync(made);
  await database.query(
    `update extensions set display_name = 'Spoiled', featured_rank = 9, deleted_at = now()`,
  );
  await database.query(`update extension_versions set status = 'yanked', documents_at = now()`);
  await database.query('delete from document_jobs'); // as once they were read
  await database.query(`update extensions set download_count = 7`);
  expect(await sync(made)).toMatchObject({ mirrored: 0 });
  expect(await sync(made, { rebuild: true })).toMatchObject({ mirrored: 2 });
  expect(
    await database.query('select distinct featured, deleted_at, download_count from extensions'),
  ).toEqual([{ featured: false, deleted_at: null, download_count: 7 }]);
  expect(await names(`display_name = name`)).toHaveLength(2);
  expect(await database.query('select distinct status from extension_versions')).toEqual([
    { status: 'live' },
  ]);
  expect(await database.query('select from document_jobs')).toHaveLength(2);
});

test('an aborted sync changes nothing', async () => {
  await using made = await makeIndex(tide);
  await expect(sync(made, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(await names()).toEqual([]);
  expect(await database.query('select commit from sync_state')).toEqual([]);
});

const good = JSON.parse(serializeEntry(makeEntry({ name: 'bad-one' })));
const path = 'extensions/ba/d-/bad-one.json';
const version = good.versions[0];

test.each([
  ['is cut off', '{"format":1,', 'not an index entry'],
  ['is empty', '', 'not an index entry'],
  ['has a format of later', json({ format: 2 }), '/format must be equal to constant'],
  ['is of another extension', json({ name: 'other' }), "entry of 'other'"],
  ['has a NUL', json({ description: 'a\0b' }), 'database refuses it'],
  ['has half a character', json({ displayName: 'a\uD83D' }), 'database refuses it'],
  ['has a day that is none', json({ createdAt: '2026-02-31T00:00:00.000Z' }), 'refuses it'],
  ['has a size beyond numbers', json({ versions: [{ ...version, size: 1e300 }] }), 'refuses it'],
  ['has a version twice', json({ versions: [version, version] }), 'version 1.0.0 twice'],
  ['has an owner twice', json({ owners: [good.owners[0], good.owners[0]] }), 'owner local:1 twice'],
  ['is nested too deep', deep(20_000), 'nested too deep'],
])('an entry that %s is told and skipped, until it is mended', async (_what, text, reason) => {
  await using made = await makeIndex(tide);
  await sync(made);
  await made.write({ [path]: text });
  await made.put(makeEntry({ name: 'tide-table', displayName: 'Tides' }), lamp);
  const problems = [{ path, reason: expect.stringContaining(reason) }];
  expect(await sync(made)).toMatchObject({ mirrored: 2, problems });
  expect(await names()).toEqual(['paper-lamp', 'tide-table']);
  expect(await names(`display_name = 'Tides'`)).toEqual(['tide-table']);
  expect(await sync(made)).toMatchObject({ mirrored: 0, problems });
  await made.put(makeEntry({ name: 'another' }));
  expect(await sync(made)).toMatchObject({ mirrored: 1, problems });

  await made.write({ [path]: json({}) });
  expect(await sync(made)).toMatchObject({ mirrored: 1, problems: [] });
  expect(await names()).toContain('bad-one');
  await made.write({ [path]: text });
  expect(await sync(made, { rebuild: true })).toMatchObject({ mirrored: 3, problems });
  expect(await names()).toContain('bad-one'); // as it was
  await made.write({ [path]: null });
  expect(await sync(made, { acceptRemovals: true })).toMatchObject({ removed: 1, problems: [] });
});

test('what is no file, or stands where no entry belongs, is told and skipped', async () => {
  await using made = await makeIndex(tide);
  await sync(made);
  await made.writeMode('120000', path);
  await made.writeMode('160000', 'extensions/su/bm/submodule.json');
  await made.write({
    'extensions/tide-table.json': json({ name: 'tide-table', displayName: 'False' }),
    'extensions/ti/de/readme.md': 'no',
    'submissions/tide-table/1.0.0.json': 'no',
  });
  await made.writeMode('120000', 'extensions/ti/de/tide-table.json');
  const { problems } = await sync(made);
  expect(problems).toEqual([
    { path, reason: 'It is a symbolic link, not a file' },
    { path: 'extensions/su/bm/submodule.json', reason: 'It is not a file' },
    { path: 'extensions/ti/de/readme.md', reason: 'No entry belongs at this path' },
    { path: 'extensions/ti/de/tide-table.json', reason: 'It is a symbolic link, not a file' },
    { path: 'extensions/tide-table.json', reason: 'No entry belongs at this path' },
  ]);
  expect(await names()).toEqual(['tide-table']);
  await made.write({
    'extensions/tide-table.json': null,
    'extensions/ti/de/readme.md': null,
    'extensions/su/bm/submodule.json': null,
    [path]: null,
  });
  await made.put(tide);
  expect(await sync(made)).toMatchObject({ mirrored: 1, removed: 0, problems: [] });
});

test('an oversize file is told without being read', async () => {
  await using made = await makeIndex(tide);
  await made.write({ [path]: ' '.repeat(9 * 1024 * 1024) });
  expect((await sync(made)).problems).toEqual([
    { path, reason: 'Expected at most 8388608 bytes; found 9437184' },
  ]);
});

test('one bad entry among many stops none of the others', async () => {
  await using made = await makeIndex(...many);
  await made.write({ [path]: json({ description: '\0' }), 'extensions/1/x.json': json({}) });
  const result = await sync(made);
  expect(result.problems.map((problem) => problem.path)).toEqual(['extensions/1/x.json', path]);
  expect(result.mirrored).toBe(20);
  expect(await names()).toHaveLength(20);
});

test('no address gets into a table, whatever an entry or a problem says', async () => {
  await using made = await makeIndex(tide);
  const address = 'canary@mail.orchestra-canary.dev';
  await made.write({
    [path]: json({ description: `By ${address}`, tags: [address] }).replace('@', '\\u0040'),
    'extensions/1/x.json': `${address}`,
    'featured.json': `{"format":1,"featured":["${address}"]}`,
  });
  const { problems } = await sync(made);
  expect(problems).toHaveLength(2);
  expect(await names()).toContain('bad-one');
  const dumped = await Promise.all(
    ['extensions', 'extension_versions', 'sync_problems', 'curated_files', 'users'].map((table) =>
      database.query(`select * from ${table}`),
    ),
  );
  expect(JSON.stringify([dumped, problems])).not.toContain('orchestra-canary');
});

function json(change: object): string {
  return JSON.stringify({ ...good, ...change });
}

function deep(levels: number): string {
  const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`;
  return JSON.stringify({ ...good, versions: [{ ...version, provenance: { at: 0 } }] }).replace(
    '"at":0',
    `"at":${nested},"by":"a@b"`,
  );
}
