import { databaseAccounts, openDatabase } from '@orchestra/db';
import { type PostgresServer, runProcess, startPostgres } from '@orchestra/testkit';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeIndex, runServer } from '../../test/run-server.ts';
import { joinReviews, seedReviews } from '../../test/start-reviews.ts';

let postgres: PostgresServer;
let index: Awaited<ReturnType<typeof makeIndex>>;
const tokens: string[] = [];
beforeAll(async () => {
  [postgres, index] = await Promise.all([startPostgres({ durable: true }), makeIndex()]);
  await using database = await openDatabase({ url: postgres.url });
  await seedReviews(database);
  const accounts = databaseAccounts(database);
  for (let nth = 0; nth < 30; nth += 1)
    tokens.push(await joinReviews({ database, accounts }, `writer-${nth}`));
});
afterAll(async () => {
  await postgres[Symbol.asyncDispose]();
  await index[Symbol.asyncDispose]();
});

const settings = () => ({ DATABASE_URL: postgres.url, INDEX_REPOSITORY: index.path });

test('a server whose database is stopped and started under load answers 503 in between, and loses nothing that it acknowledged', async () => {
  await using server = await runServer(settings());
  const seen = new Set<number>();
  let written = 0;
  const stopped = Promise.withResolvers<void>();
  /** As a client does: the same write with the same key, until it is answered. */
  const write = async (token: string, nth: number) => {
    if (nth >= 20) await stopped.promise; // however quick it is, some come in between
    for (;;) {
      const response = await fetch(`${server.origin}/api/v1/extensions/tide-table/reviews`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': `key-${nth}`,
        },
        body: JSON.stringify({ rating: 1 + (nth % 5) }),
      });
      seen.add(response.status);
      if (response.status === 503) {
        expect(await response.json()).toMatchObject({ code: 'database-unreachable' });
        await setTimeout(500);
        continue;
      }
      await response.text();
      written += 1;
      if (written === 10) await postgres.stop().then(stopped.resolve);
      return response.status;
    }
  };
  const writes = Promise.all(tokens.map(write));
  await expect.poll(() => seen.has(503)).toBe(true);
  const ready = await fetch(`${server.origin}/readyz`);
  expect(ready.status).toBe(503);
  expect(ready.headers.get('content-type')).toContain('application/problem+json');
  expect(await ready.json()).toMatchObject({
    code: 'not-ready',
    detail: expect.stringMatching(/^Not ready: database \([^)]*\)$/),
  });
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);

  await postgres.start();
  expect(await writes).toEqual(tokens.map(() => 201));
  expect([...seen].sort()).toEqual([201, 503]);
  expect(server.child.exitCode).toBeNull();
  await expect.poll(async () => (await fetch(`${server.origin}/readyz`)).status).toBe(200);

  await using database = await openDatabase({ url: postgres.url });
  const [counted] = await database.query(
    `select count(*), count(distinct user_id) as writers from extension_reviews`,
  );
  expect(counted).toEqual({ count: 30, writers: 30 });
  const sums = await database.query(
    `select rating_count from extensions where name = 'tide-table'`,
  );
  expect(sums).toEqual([{ rating_count: 30 }]);
  for (const sent of [...tokens, 'key-']) expect(server.logged()).not.toContain(sent);
});

test('a server starts while its database is away, and is ready once that is back', async () => {
  await postgres.stop();
  await using server = await runServer(settings());
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
  await expect.poll(() => server.logged()).toContain('"salts-kept"');
  await postgres.start();
  await expect.poll(async () => (await fetch(`${server.origin}/readyz`)).status).toBe(200);
});

test('SIGTERM lets what is under way finish, and ends with 0', async () => {
  await using server = await runServer(settings());
  await using database = await openDatabase({ url: postgres.url });
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = database.transaction(async (transaction) => {
    await transaction.query('lock table extension_reviews');
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  const waiting = fetch(`${server.origin}/api/v1/extensions/tide-table/reviews`);
  await expect
    .poll(async () => {
      const [found] = await database.query<{ count: number }>(
        `select count(*) from pg_stat_activity where wait_event_type = 'Lock'`,
      );
      return found?.count;
    })
    .toBeGreaterThan(0);
  const ended = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  await expect.poll(() => server.logged()).toContain('"stopping"');
  held.resolve();
  await holding;
  const answer = await waiting;
  expect(answer.status).toBe(200);
  expect(answer.headers.get('connection')).toBe('close');
  await answer.text();
  expect(await ended).toEqual([0, null]);
});

const program = fileURLToPath(new URL('../bin.ts', import.meta.url));

test.each([
  ['no settings', {}, '--database'],
  ['a URL of another kind', { DATABASE_URL: 'mysql://wave:secret@x/y' }, 'PostgreSQL'],
  ['a database that is not there', { DATABASE_URL: 'nothing' }, '"nothing" does not exist'],
  ['a port that is none', { PORT: '99999' }, '65535'],
  ['an index that is not there', { INDEX_REPOSITORY: '/nowhere' }, 'No git repository'],
  ['proxies that are none', { TRUSTED_PROXIES: 'harbor' }, 'harbor'],
])('%s: one clear error, and exit 1', async (_what, changed, told) => {
  const env: Record<string, string> =
    Object.keys(changed).length === 0 ? {} : { ...settings(), PORT: '0', ...changed };
  if (env['DATABASE_URL'] === 'nothing')
    env['DATABASE_URL'] = new URL('/nothing', postgres.url).href;
  const ended = await runProcess([process.execPath, program], { env });
  expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
  expect(ended.stderr).toContain(told);
  expect(ended.stderr).not.toMatch(/secret|\n {4}at /);
});
