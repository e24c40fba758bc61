import { makeFolder } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
const tokens: string[] = [];
beforeAll(async () => {
  api = await startReviews();
  for (let nth = 0; nth < 50; nth += 1) tokens.push(await api.join(`writer-${nth}`));
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await api.database.query('delete from extension_reviews');
  await api.database.query('delete from idempotency_keys');
});

/** What the row of the extension has and what its reviews come to, which has to be the same. */
async function recount() {
  const [sums] = await api.database.query(
    `select rating_count as count, rating_sum as sum from extensions where name = 'tide-table'`,
  );
  const [counted] = await api.database.query(
    `select count(*), coalesce(sum(rating), 0) as sum from extension_reviews where not hidden`,
  );
  expect(sums).toEqual(counted);
  return counted;
}

test('50 accounts that write, replace and remove reviews at once leave the sums right', async () => {
  const write = async (token: string, nth: number) => {
    const rating = (round: number) => ({ rating: 1 + ((nth + round) % 5) });
    const statuses: number[] = [];
    const ask = async (method: string, body?: object) => {
      const sent = body === undefined ? {} : { body };
      statuses.push((await api.ask({ method, token, ...sent })).status);
    };
    await ask('POST', rating(0));
    await ask('POST', rating(1));
    await ask('PUT', rating(2));
    await ask('DELETE');
    await ask('PUT', rating(3));
    await ask('POST', rating(4));
    expect(statuses).toEqual([201, 409, 200, 204, 404, 201]);
  };
  await Promise.all(tokens.map(write));
  expect(await recount()).toEqual({ count: 50, sum: 150 });
  const { body } = await api.ask({});
  const histogram = { 1: 10, 2: 10, 3: 10, 4: 10, 5: 10 };
  expect(body).toMatchObject({ meta: { total: 50 }, summary: { average: 3, histogram } });
});

test('a server that is killed while 50 write loses nothing it acknowledged, and leaves nothing half', async () => {
  await using folder = await makeFolder();
  const program = fileURLToPath(new URL('../../test/serve-database.ts', import.meta.url));
  const server = spawn(process.execPath, [program, api.database.url, folder.path]);
  server.stderr.pipe(process.stderr);
  const [printed] = await once(server.stdout, 'data');
  const url = `${String(printed).trim()}/api/v1/extensions/tide-table/reviews`;

  let answered = 0;
  const killed = Promise.withResolvers<void>();
  const acknowledged = new Set<number>();
  const write = async (token: string, nth: number) => {
    if (nth >= 40) await killed.promise; // however quick it is, not all are answered
    const response = await fetch(url, { ...sent(nth), headers: headersOf(token, nth) });
    await response.text();
    if (response.status === 201) acknowledged.add(nth);
    answered += 1;
    if (answered !== 15) return;
    server.kill('SIGKILL');
    killed.resolve();
  };
  const ended = once(server, 'exit');
  await Promise.allSettled(tokens.map(write));
  await ended;
  await expect.poll(busyConnections).toBe(0); // what was committing when it was killed is done
  expect(acknowledged.size).toBeGreaterThanOrEqual(15);
  expect(acknowledged.size).toBeLessThan(50);

  const rows = await api.database.query<{ login: string }>(
    'select login from extension_reviews join users on users.id = user_id',
  );
  const written = new Set(rows.map(({ login }) => Number(login.split('-')[1])));
  expect([...acknowledged].filter((nth) => !written.has(nth))).toEqual([]);
  await recount();
  const half = await api.database.query('select from idempotency_keys where status is null');
  expect(half).toEqual([]);

  // whoever got no answer asks again, with the same key, and it is as if nothing had happened
  const again = await Promise.all(
    tokens.map((token, nth) =>
      api.send('/extensions/tide-table/reviews', {
        ...sent(nth),
        headers: headersOf(token, nth),
      }),
    ),
  );
  expect(again.map(({ status }) => status)).toEqual(tokens.map(() => 201));
  const replayed = again.flatMap(({ headers }, nth) =>
    headers.get('idempotency-replayed') === 'true' ? [nth] : [],
  );
  expect(new Set(replayed)).toEqual(written);
  expect(await recount()).toMatchObject({ count: 50 });
});

async function busyConnections(): Promise<number | undefined> {
  const [busy] = await api.database.query<{ count: number }>(
    `select count(*) from pg_stat_activity
     where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
  );
  return busy?.count;
}

const sent = (nth: number) => ({ method: 'POST', body: JSON.stringify({ rating: 1 + (nth % 5) }) });

const headersOf = (token: string, nth: number) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': `key-${nth}`,
});
