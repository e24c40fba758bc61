import { maxStatisticsVersions } from '@orchestra/core';
import { mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const many = Array.from({ length: maxStatisticsVersions + 5 }, (_, nth) => ({
    version: `1.${nth}.0`,
  }));
  const entries = [
    makeEntry({ name: 'tide-table' }, [{ version: '1.1.0' }, { version: '1.0.0' }]),
    makeEntry({ name: 'moon-table' }),
    makeEntry({ name: 'many' }, many),
  ];
  await api.database.transaction((transaction) =>
    mirrorEntries(
      transaction,
      entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
    ),
  );
  const days = [
    { name: 'tide-table', version: '1.0.0', ago: 40, installs: 100, ci: 0, downloads: 100 },
    { name: 'tide-table', version: '1.0.0', ago: 2, installs: 4, ci: 1, downloads: 6 },
    { name: 'tide-table', version: '1.1.0', ago: 2, installs: 1, ci: 0, downloads: 2 },
    { name: 'tide-table', version: '1.1.0', ago: 0, installs: 9, ci: 0, downloads: 30 },
    ...many.map(({ version }, nth) => ({
      name: 'many',
      version,
      ago: 0,
      installs: nth + 1,
      ci: 0,
      downloads: 0,
    })),
  ];
  await api.database.query(
    `insert into daily_statistics (extension_id, version, day, installs, ci_installs, downloads)
     select id, version, (now() at time zone 'UTC')::date - ago, installs, ci, downloads
     from jsonb_to_recordset($1)
       as given (name text, version text, ago int, installs int, ci int, downloads int)
     join extensions using (name)`,
    [JSON.stringify(days)],
  );
  await api.database.query(
    `update extensions set install_count = 12, download_count = 138 where name = 'tide-table'`,
  );
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

const none = { installs: 0, uninstalls: 0, ciInstalls: 0, ciUninstalls: 0, downloads: 0 };
const zeros = {
  installs: [0, 0, 0],
  uninstalls: [0, 0, 0],
  ciInstalls: [0, 0, 0],
  ciUninstalls: [0, 0, 0],
  downloads: [0, 0, 0],
};

test('GET …/stats gives a number for each day and version, zeros where nothing was', async () => {
  const { status, body } = await api.send('/extensions/tide-table/stats?days=3');
  expect(status).toBe(200);
  const day = 24 * 60 * 60 * 1000;
  const dayOf = (ago: number) => new Date(Date.now() - ago * day).toISOString().slice(0, 10);
  expect(body).toEqual({
    data: {
      days: [dayOf(2), dayOf(1), dayOf(0)],
      all: {
        totals: { ...none, installs: 14, ciInstalls: 1, downloads: 38 },
        daily: { ...zeros, installs: [5, 0, 9], ciInstalls: [1, 0, 0], downloads: [8, 0, 30] },
      },
      versions: [
        {
          version: '1.1.0',
          totals: { ...none, installs: 10, downloads: 32 },
          daily: { ...zeros, installs: [1, 0, 9], downloads: [2, 0, 30] },
        },
        {
          version: '1.0.0',
          totals: { ...none, installs: 4, ciInstalls: 1, downloads: 6 },
          daily: { ...zeros, installs: [4, 0, 0], ciInstalls: [1, 0, 0], downloads: [6, 0, 0] },
        },
      ],
      ever: { ...none, accounts: 12, installs: 114, ciInstalls: 1, downloads: 138 },
    },
  });
});

test('GET …/stats is of 30 days where nothing is asked, and of one version where one is', async () => {
  const plain = await api.send('/extensions/tide-table/stats');
  expect(plain.body).toMatchObject({
    data: { days: { length: 30 }, all: { totals: { installs: 14 } } },
  });
  const { body } = await api.send('/extensions/tide-table/stats?days=365&version=1.0.0');
  expect(body).toMatchObject({
    data: {
      days: { length: 365 },
      all: { totals: { installs: 104 } },
      versions: [{ version: '1.0.0' }],
    },
  });
});

test('GET …/stats of what nobody installed has all zeros', async () => {
  const { body } = await api.send('/extensions/moon-table/stats?days=3');
  expect(body).toMatchObject({
    data: { all: { totals: none, daily: zeros }, versions: [], ever: { ...none, accounts: 0 } },
  });
});

test('GET …/stats tells of the versions with the most, and sums up all', async () => {
  const { body } = await api.send('/extensions/many/stats?days=1');
  const count = maxStatisticsVersions + 5;
  expect(body).toMatchObject({
    data: {
      all: { totals: { installs: (count * (count + 1)) / 2 } },
      versions: { length: maxStatisticsVersions, 0: { version: `1.${count - 1}.0` } },
    },
  });
});

test.each([
  ['days=0', 400, 'usage'],
  ['days=366', 400, 'usage'],
  ['days=-1', 400, 'usage'],
  ['days=1.5', 400, 'usage'],
  ['days=many', 400, 'usage'],
  ['days=1e9', 400, 'usage'],
  ['days=3&days=4', 400, 'usage'],
  ['version=%00', 400, 'usage'],
  ['version=9.9.9', 404, 'version-unknown'],
])('GET …/stats?%s answers %i', async (query, status, code) => {
  const answer = await api.send(`/extensions/tide-table/stats?${query}`);
  expect(answer).toMatchObject({ status, body: { code } });
});

test('GET …/stats of an unknown extension answers 404', async () => {
  const answer = await api.send('/extensions/nope/stats');
  expect(answer).toMatchObject({ status: 404, body: { code: 'extension-unknown' } });
});
