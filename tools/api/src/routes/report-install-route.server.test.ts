import { mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables } from '@orchestra/testkit/database';
import { soak } from '@orchestra/testkit/soak';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const entry = makeEntry({ name: 'tide-table' }, [{ version: '1.1.0' }, { version: '1.0.0' }]);
  await api.database.transaction((transaction) =>
    mirrorEntries(transaction, [{ entry, verified: false, featuredRank: null }]),
  );
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  const written = ['extension_installs', 'daily_statistics', 'daily_digests', 'daily_salts'];
  await emptyTables(api.database, ...written);
  await api.database.query('update extensions set install_count = 0');
});

const install = async (version: string, token?: string) => {
  const { status } = await api.send('/extensions/tide-table/install', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
    ...(token === undefined ? {} : { token }),
  });
  return status;
};

const uninstall = async (token: string) => {
  const sent = { method: 'DELETE', token };
  return (await api.send('/extensions/tide-table/uninstall', sent)).status;
};

const counted = async () => {
  const [row] = await api.database.query(
    `select install_count as accounts,
            (select count(*) from extension_installs) as rows,
            (select sum(installs) from daily_statistics) as daily
     from extensions`,
  );
  return row;
};

/** @returns a token for each of a number of new accounts */
const join = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, nth) => {
      await api.accounts.ensure(`user-${nth}`);
      return api.accounts.issueToken(`user-${nth}`);
    }),
  );

const many = soak(200, 1000);

test('many identical installs of an account count once', { tags: ['soak'] }, async () => {
  const all = Array.from({ length: many }, () => install('1.0.0', api.tokens.tide));
  expect(new Set(await Promise.all(all))).toEqual(new Set([204]));
  expect(await counted()).toEqual({ accounts: 1, rows: 1, daily: 1 });
});

test('many identical installs of a machine count once', { tags: ['soak'] }, async () => {
  const all = Array.from({ length: many }, () => install('1.0.0'));
  expect(new Set(await Promise.all(all))).toEqual(new Set([204]));
  expect(await counted()).toEqual({ accounts: 0, rows: 0, daily: 1 });
});

test('50 accounts that install at once count 50', async () => {
  const tokens = await join(50);
  const all = await Promise.all(tokens.map((token) => install('1.0.0', token)));
  expect(new Set(all)).toEqual(new Set([204]));
  expect(await counted()).toEqual({ accounts: 50, rows: 50, daily: 50 });
});

test('accounts that install, update and remove at once, over and over, count once each', async () => {
  const tokens = await join(10);
  const all = tokens.flatMap((token) =>
    Array.from({ length: 30 }, (_, nth) =>
      nth % 3 === 2 ? uninstall(token) : install(nth % 3 === 0 ? '1.0.0' : '1.1.0', token),
    ),
  );
  expect(new Set(await Promise.all(all))).toEqual(new Set([204]));
  expect(await counted()).toEqual({ accounts: 10, rows: 10, daily: 20 });
});
