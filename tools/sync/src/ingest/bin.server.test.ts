import { type Database, mirrorEntries } from '@orchestra/db';
import { makeEntry, makeFolder, runProcess } from '@orchestra/testkit';
import { bundleProgram } from '@orchestra/testkit/bundle';
import { emptyTables, makeServerDatabase } from '@orchestra/testkit/database';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeUsageLog } from '../../test/make-usage-log.ts';

const bin = fileURLToPath(new URL('bin.ts', import.meta.url));
const dying = fileURLToPath(new URL('../../test/ingest-then-die.ts', import.meta.url));

const mirror = (database: Database) =>
  database.transaction((transaction) =>
    mirrorEntries(transaction, [
      { entry: makeEntry({ name: 'tide' }), verified: false, featuredRank: null },
    ]),
  );

test('npm run ingest counts each log once, shows a table, and ends with 1 where one is refused', async () => {
  await using database = await makeServerDatabase();
  await mirror(database);
  await using folder = await makeFolder({
    a_usage_v0: makeUsageLog({}, { cs_object: 'packages/moon/moon-1.0.0.tar.gz' }),
    b_usage_v0: makeUsageLog({}, 'x'),
    c_usage_v0: makeUsageLog({}, {}),
  });
  const run = (...args: string[]) =>
    runProcess([process.execPath, bin, ...args], {
      cwd: folder.path,
      env: { DATABASE_URL: database.url },
    });
  const first = await run('a_usage_v0', 'b_usage_v0', 'c_usage_v0');
  expect(first).toMatchObject({ exitCode: 1, stderr: '' });
  expect(first.stdout).toMatchInlineSnapshot(`
    "log         rows  downloads  outcome
    a_usage_v0  2     1          counted
    b_usage_v0  2     0          refused
    c_usage_v0  2     2          counted
    a_usage_v0: not counted, since the index never had them
      moon 1.0.0  1
    b_usage_v0: nothing of it is counted
      line 3  Expected 17 columns; found 1
    "
  `);
  const again = await run('a_usage_v0', 'c_usage_v0', '--json');
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(again.stdout)).toMatchObject([
    { file: 'a_usage_v0', outcome: 'known', downloads: 1 },
    { file: 'c_usage_v0', outcome: 'known', downloads: 2 },
  ]);
  const counted = await database.query('select download_count as count from extensions');
  expect(counted).toEqual([{ count: 3 }]);
});

test.each([
  ['no log', [], {}, /missing required argument 'logs'/],
  ['no database', ['log'], {}, /expected DATABASE_URL/],
  ['no such option', ['log', '--nope'], {}, /unknown option '--nope'/],
])('npm run ingest tells of %s', async (_what, args, env, message) => {
  const ended = await runProcess([process.execPath, bin, ...args], { env });
  expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
  expect(ended.stderr).toMatch(message);
});

test('an ingest that is killed at any moment has counted a log or not, and is mended by the next one', async () => {
  await using database = await makeServerDatabase();
  await mirror(database);
  await using folder = await makeFolder({ log: makeUsageLog({}, {}) });
  const read = () =>
    database.query(
      `select (select sum(download_count) from extensions) as sum,
         (select coalesce(sum(downloads), 0) from daily_statistics) as days,
         (select count(*) from ingested_logs) as logs`,
    );
  const program = await bundleProgram(dying);
  const ingest = (statement: number) =>
    runProcess([process.execPath, program, folder.join('log'), database.url, String(statement)]);
  const nothing = [{ sum: 0, days: 0, logs: 0 }];
  const all = [{ sum: 2, days: 2, logs: 1 }];
  let kills = 0;
  for (let statement = 1; ; statement += 1) {
    const killed = await ingest(statement);
    expect([nothing, all]).toContainEqual(await read());
    expect(await ingest(0)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await read()).toEqual(all);
    if (killed.signal === null) break; // it takes fewer statements
    kills += 1;
    await emptyTables(database, 'ingested_logs', 'daily_statistics');
    await database.query('update extensions set download_count = 0');
  }
  expect(kills).toBeGreaterThan(3);
});
