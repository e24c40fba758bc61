import { mirrorEntries } from '@orchestra/db';
import { makeEntry } from '@orchestra/testkit';
import { emptyTables } from '@orchestra/testkit/database';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ReadResponse, type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  const versions = [
    { version: '2.0.0', status: 'quarantined' as const, reason: 'Malware' },
    { version: '1.1.0', status: 'yanked' as const },
    { version: '1.0.0' },
  ];
  const entries = [makeEntry({ name: 'tide-table' }, versions), makeEntry({ name: 'moon-table' })];
  await api.database.transaction((transaction) =>
    mirrorEntries(
      transaction,
      entries.map((entry) => ({ entry, verified: false, featuredRank: null })),
    ),
  );
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await emptyTables(api.database, 'extension_installs', 'daily_statistics', 'daily_digests');
  await api.database.query('update extensions set install_count = 0');
});

const path = '/extensions/tide-table';
const json = { 'content-type': 'application/json' };

function install(body: unknown, { token }: { token?: string } = {}): Promise<ReadResponse> {
  return api.send(`${path}/install`, {
    method: 'POST',
    headers: json,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(token === undefined ? {} : { token }),
  });
}

function uninstall(query = '', { token }: { token?: string } = {}): Promise<ReadResponse> {
  const sent = token === undefined ? {} : { token };
  return api.send(`${path}/uninstall${query}`, { method: 'DELETE', ...sent });
}

const installs = () =>
  api.database.query(
    `select login, version, uninstalled_at is null as open
     from extension_installs join users on users.id = user_id order by login, installed_at`,
  );

const daily = () =>
  api.database.query(
    `select version, installs, uninstalls, ci_installs as "ciInstalls", ci_uninstalls as "ciUninstalls"
     from daily_statistics order by version`,
  );

const none = { installs: 0, uninstalls: 0, ciInstalls: 0, ciUninstalls: 0 };

test('an account that installs, updates and removes is noted as such, and counted by day', async () => {
  const { tide: token } = api.tokens;
  expect(await install({ version: '1.0.0' }, { token })).toMatchObject({ status: 204, text: '' });
  expect((await install({ version: '1.0.0' }, { token })).status).toBe(204);
  expect((await install({ version: '1.1.0' }, { token })).status).toBe(204);
  expect(await installs()).toEqual([{ login: 'tide', version: '1.1.0', open: true }]);
  expect(await uninstall('', { token })).toMatchObject({ status: 204, text: '' });
  expect(await uninstall('', { token })).toMatchObject({ status: 204 });
  expect(await installs()).toEqual([{ login: 'tide', version: '1.1.0', open: false }]);
  expect(await daily()).toEqual([
    { ...none, version: '1.0.0', installs: 1 },
    { ...none, version: '1.1.0', installs: 1, uninstalls: 1 },
  ]);
  const count = 'select install_count as count from extensions order by name';
  expect(await api.database.query(count)).toEqual([{ count: 0 }, { count: 1 }]);
});

test('a machine without an account is counted once a day, and noted nowhere', async () => {
  for (let nth = 0; nth < 3; nth++) await install({ version: '1.0.0' });
  await uninstall('?version=1.0.0');
  await uninstall('?version=1.0.0');
  await uninstall();
  expect(await daily()).toEqual([{ ...none, version: '1.0.0', installs: 1, uninstalls: 1 }]);
  expect(await installs()).toEqual([]);
  const count = 'select sum(install_count) as sum from extensions';
  expect(await api.database.query(count)).toEqual([{ sum: 0 }]);
});

test('a CI is counted apart, whoever it is, and ranks nothing', async () => {
  const { tide: token } = api.tokens;
  await install({ version: '1.0.0', ci: true }, { token });
  await install({ version: '1.0.0', ci: true });
  await uninstall('?version=1.0.0&ci=true', { token });
  expect(await daily()).toEqual([{ ...none, version: '1.0.0', ciInstalls: 2, ciUninstalls: 1 }]);
  expect(await installs()).toEqual([]);
});

test('versions that are yanked or quarantined may be told of', async () => {
  expect((await install({ version: '1.1.0' })).status).toBe(204);
  expect((await install({ version: '2.0.0' })).status).toBe(204);
});

test('who removes what it never installed is not counted', async () => {
  expect((await uninstall('?version=1.0.0', { token: api.tokens.moon })).status).toBe(204);
  expect(await daily()).toEqual([]);
  expect(await installs()).toEqual([]);
});

test('no address of anyone is kept', async () => {
  await install({ version: '1.0.0' });
  for (const table of ['daily_digests', 'daily_salts', 'daily_statistics', 'extension_installs']) {
    const rows = await api.database.query(`select ${table}::text as row from ${table}`);
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('127.0.0.1').toString('hex'));
  }
});

test.each([
  ['a token that is none', 'orc_x'],
  ['an expired token', 'expired'],
])('%s is refused, and not taken for nobody', async (_what, which) => {
  const token = which === 'expired' ? await expiredToken() : which;
  const refusal = { status: 401, body: { code: 'token-invalid' } };
  expect(await install({ version: '1.0.0' }, { token })).toMatchObject(refusal);
  expect(await uninstall('?version=1.0.0', { token })).toMatchObject(refusal);
  expect(await daily()).toEqual([]);
});

test.each<[string, unknown, number, string]>([
  ['no version', {}, 400, 'usage'],
  ['a number', { version: 1 }, 400, 'usage'],
  ['a range', { version: '^1.0.0' }, 400, 'usage'],
  ['a long version', { version: `1.0.0-${'x'.repeat(300)}` }, 400, 'usage'],
  ['NUL', { version: '1.0.0\0' }, 400, 'usage'],
  ['SQL', { version: "1.0.0'; drop table users; --" }, 400, 'usage'],
  ['what is no JSON', '{', 400, 'body-invalid'],
  ['null', 'null', 400, 'usage'],
  ['a key too many', { version: '1.0.0', address: '203.0.113.7' }, 400, 'usage'],
  ['ci that is a text', { version: '1.0.0', ci: 'yes' }, 400, 'usage'],
  ['a version that never was', { version: '9.9.9' }, 404, 'version-unknown'],
])('an install with %s is refused', async (_what, body, status, code) => {
  expect(await install(body)).toMatchObject({ status, body: { code } });
  expect(await daily()).toEqual([]);
});

test('an extension or version that never was is refused', async () => {
  const unknown = { status: 404, body: { code: 'extension-unknown' } };
  const body = JSON.stringify({ version: '1.0.0' });
  const posted = { method: 'POST', headers: json, body };
  expect(await api.send('/extensions/nope/install', posted)).toMatchObject(unknown);
  for (const query of ['', '?version=1.0.0']) {
    const removed = await api.send(`/extensions/nope/uninstall${query}`, { method: 'DELETE' });
    expect(removed).toMatchObject(unknown);
  }
  const never = await uninstall('?version=9.9.9');
  expect(never).toMatchObject({ status: 404, body: { code: 'version-unknown' } });
  expect(await uninstall('?version=x')).toMatchObject({ status: 400, body: { code: 'usage' } });
});

async function expiredToken(): Promise<string> {
  await api.accounts.ensure('late');
  const token = await api.accounts.issueToken('late');
  await api.database.query(
    `update tokens set expires_at = now() - interval '1 second'
     where user_id = (select id from users where login = 'late')`,
  );
  return token;
}
