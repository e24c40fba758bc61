import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
let admin: string;
beforeAll(async () => {
  api = await startApi();
  await api.accounts.ensure('warden', { role: 'admin' });
  admin = await api.accounts.issueToken('warden', { scopes: ['admin'] });
});
afterAll(() => api[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };

test('an admin adds an account, gives it a token and takes it away', async () => {
  const body = JSON.stringify({ login: 'reef' });
  const added = await api.send('/admin/users', {
    method: 'POST',
    token: admin,
    headers: json,
    body,
  });
  expect(added).toMatchObject({ status: 200, body: { provider: 'local', login: 'reef' } });
  const issued = await api.send('/admin/users/reef/tokens', {
    method: 'POST',
    token: admin,
    headers: json,
    body: JSON.stringify({ scopes: ['review'], days: 1 }),
  });
  expect(issued).toMatchObject({ status: 201, body: { login: 'reef' } });
  expect(issued.headers.get('cache-control')).toBe('no-store');
  const token = /orc_[\w-]+/.exec(issued.text)?.[0] ?? '';
  expect(await api.send('/me', { token })).toMatchObject({ body: { scopes: ['review'] } });
  expect(await api.send('/admin/users/REEF', { token: admin })).toMatchObject({
    body: { login: 'reef' },
  });

  const path = '/admin/users/reef/tokens';
  const ended = await api.send(path, { method: 'DELETE', token: admin });
  expect(ended).toMatchObject({ status: 200, body: { login: 'reef', revoked: 1 } });
  expect((await api.send('/me', { token })).status).toBe(401);
});

test.each([
  ['no token', undefined, 401, 'token-missing'],
  ['an unknown one', 'orc_x', 401, 'token-invalid'],
])('nobody else gets in: %s', async (_what, token, status, code) => {
  const init = token === undefined ? {} : { token };
  const answer = await api.send('/admin/users', init);
  expect(answer).toMatchObject({ status, body: { code } });
});

test('a token of an admin for something else does not do, nor one for admin of someone who is none', async () => {
  const publishing = await api.accounts.issueToken('warden');
  const other = await api.send('/admin/users', { token: publishing });
  expect(other).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  const pretended = await api.accounts.issueToken('tide', { scopes: ['admin'] });
  const answer = await api.send('/admin/users', { token: pretended });
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-an-admin' } });
});

test.each([
  ['POST', '/admin/users', { login: 'a b' }, 400],
  ['POST', '/admin/users', { login: 'reef', role: 'owner' }, 400],
  ['POST', '/admin/users/tide/tokens', { days: 0 }, 400],
  ['POST', '/admin/users/tide/tokens', { scopes: [] }, 400],
  ['POST', '/admin/users/tide/tokens', { scopes: ['everything'] }, 400],
  ['POST', '/admin/users/nobody/tokens', {}, 404],
  ['DELETE', '/admin/users/nobody/tokens', null, 404],
  ['GET', '/admin/users/nobody', null, 404],
])('%s %s of %j answers %i', async (method, path, body, status) => {
  const sent = body === null ? {} : { headers: json, body: JSON.stringify(body) };
  expect((await api.send(path, { method, token: admin, ...sent })).status).toBe(status);
});

test('DELETE /auth/token ends the token that is sent, and no other', async () => {
  const [one, two] = [await api.accounts.issueToken('moon'), await api.accounts.issueToken('moon')];
  expect((await api.send('/auth/token', { method: 'DELETE', token: one })).status).toBe(204);
  expect((await api.send('/me', { token: one })).status).toBe(401);
  expect((await api.send('/me', { token: two })).status).toBe(200);
  expect((await api.send('/auth/token', { method: 'DELETE' })).status).toBe(401);
});
