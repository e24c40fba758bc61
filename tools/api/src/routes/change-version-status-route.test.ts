import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
const path = '/extensions/tide-table/versions/1.0.0';

beforeEach(async () => {
  api = await startApi();
  await api.publish((await makePackage()).bytes);
});
afterEach(() => api[Symbol.asyncDispose]());

test('DELETE yanks a version with a reason, and again changes nothing', async () => {
  const yanked = { name: 'tide-table', version: '1.0.0', status: 'yanked', reason: 'Wrong tides' };
  const first = await yank(`${path}?reason=Wrong%20tides`);
  expect(first).toMatchObject({ status: 200, body: { ...yanked, unchanged: false } });
  const again = await yank(`${path}?reason=Wrong%20tides`);
  expect(again).toMatchObject({ status: 200, body: { ...yanked, unchanged: true } });
});

test('an extension with nothing live is in no list, and can still be shown', async () => {
  await yank(path);
  expect((await api.send('/extensions')).body).toMatchObject({ data: [], meta: { total: 0 } });
  const { body } = await api.send('/extensions/tide-table');
  expect(body).toMatchObject({ data: { item: null, entry: { versions: [{ status: 'yanked' }] } } });
});

test('PUT puts a yanked version back, and again changes nothing', async () => {
  await yank(path);
  expect(await putBack()).toMatchObject({
    status: 200,
    body: { status: 'live', reason: null, unchanged: false },
  });
  expect(await putBack()).toMatchObject({ status: 200, body: { status: 'live', unchanged: true } });
  expect((await api.send('/extensions')).body).toMatchObject({ meta: { total: 1 } });
});

test.each([
  ['no token', undefined, 401, 'token-missing'],
  ['an unknown token', 'orc_x', 401, 'token-invalid'],
])('DELETE with %s is refused', async (_what, token, status, code) => {
  const init = token === undefined ? {} : { token };
  expect(await api.send(path, { method: 'DELETE', ...init })).toMatchObject({
    status,
    body: { code },
  });
});

test('nobody yanks or puts back what belongs to someone else', async () => {
  const token = api.tokens.moon;
  const refused = { status: 403, body: { code: 'not-an-owner' } };
  expect(await api.send(path, { method: 'DELETE', token })).toMatchObject(refused);
  expect(await putBack({ token })).toMatchObject(refused);
});

test.each([
  ['/extensions/moon-table/versions/1.0.0', 'extension-unknown'],
  ['/extensions/tide-table/versions/9.0.0', 'version-unknown'],
])('DELETE %s answers 404 %s', async (unknown, code) => {
  expect(await yank(unknown)).toMatchObject({ status: 404, body: { code } });
});

test.each([
  ['no body', undefined],
  ['no JSON', '{'],
  ['nothing in it', '{}'],
  ['another status', '{"status":"quarantined"}'],
  ['a list', '[]'],
  ['__proto__', '{"status":"live","__proto__":{"operator":true}}'],
])('PUT with %s is refused', async (_what, body) => {
  expect((await putBack({ body })).status).toBe(400);
});

test('PUT of another media type answers 415', async () => {
  const answer = await putBack({ type: 'text/plain' });
  expect(answer).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
});

test('a reason over 500 characters is refused', async () => {
  expect((await yank(`${path}?reason=${'x'.repeat(501)}`)).status).toBe(400);
});

function yank(from: string) {
  return api.send(from, { method: 'DELETE', token: api.tokens.tide });
}

function putBack(asked: { token?: string; body?: string | undefined; type?: string } = {}) {
  const body = 'body' in asked ? asked.body : '{"status":"live"}';
  return api.send(path, {
    method: 'PUT',
    token: asked.token ?? api.tokens.tide,
    headers: { 'content-type': asked.type ?? 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
}
