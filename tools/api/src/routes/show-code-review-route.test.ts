import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

const evaluating = 'export const activate = () => fetch(eval(name));\n';
const held = (version = '1.0.0') => makePackage({ version }, { 'dist/main.js': evaluating });
const path = '/extensions/tide-table/versions/1.0.0/code-review';
const request = { path: '/extensions?request_review=true' };

test('a package that is kept for a person answers 202, twice the same, also at once', async () => {
  const { bytes, facts } = await held();
  const answers = await Promise.all([api.publish(bytes, request), api.publish(bytes, request)]);
  for (const { status, body } of answers) {
    expect(status).toBe(202);
    expect(body).toMatchObject({
      review: { name: 'tide-table', version: '1.0.0', sha256: facts.sha256, state: 'waiting' },
    });
  }
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect(await api.stored()).toEqual([]);
  expect(await api.publish(bytes)).toMatchObject({ status: 403, body: { code: 'review-waiting' } });
});

test('a package that nobody has to look at is published, whatever was asked', async () => {
  const { bytes } = await makePackage();
  expect((await api.publish(bytes, request)).status).toBe(201);
});

test('a review is shown to who may publish, and to nobody else', async () => {
  await api.publish((await held()).bytes, request);
  const shown = await api.send(path, { token: api.tokens.tide });
  expect(shown).toMatchObject({
    status: 200,
    body: { data: { state: 'waiting', reason: null, places: [{ severity: 'warning' }] } },
  });
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect(await api.send(path)).toMatchObject({ status: 401 });
  const code = 'code-review-unknown';
  expect(await api.send(path, { token: api.tokens.moon })).toMatchObject({
    status: 404,
    body: { code },
  });
  await api.publish((await makePackage({ version: '0.9.0' })).bytes);
  expect(await api.send(path, { token: api.tokens.moon })).toMatchObject({
    status: 403,
    body: { code: 'name-taken' },
  });
  expect((await api.send(path, { token: api.tokens.tide })).status).toBe(200);
});

test('an account that asks for too much at once is told so', async () => {
  for (let at = 0; at < 10; at += 1) {
    expect((await api.publish((await held(`1.${at}.0`)).bytes, request)).status).toBe(202);
  }
  expect(await api.publish((await held('2.0.0')).bytes, request)).toMatchObject({
    status: 429,
    body: { code: 'review-queue-full' },
  });
  const { bytes } = await held();
  expect((await api.publish(bytes, { ...request, token: api.tokens.moon })).status).toBe(202);
});

test('a review at a registry that takes pull requests is answered with 403', async () => {
  const publish = { via: 'pull-request', repository: 'harbor/registry', clientId: 'none' } as const;
  await using other = await startApi({ config: { publish } });
  expect(await other.send(path, { token: other.tokens.tide })).toMatchObject({
    status: 403,
    body: { code: 'publish-by-pull-request' },
  });
});
