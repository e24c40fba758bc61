import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.publish((await makePackage()).bytes);
  await api.publish((await makePackage({ version: '1.1.0' })).bytes);
  const beta = await makePackage({ version: '2.0.0-beta.1' });
  await api.publish(beta.bytes, { path: '/extensions?pre_release=true' });
});
afterAll(() => api[Symbol.asyncDispose]());

test('GET /extensions/:name shows the card and the whole entry', async () => {
  const { status, body } = await api.send('/extensions/tide-table');
  expect(status).toBe(200);
  const entry = await (await api.registry.index.snapshot()).readEntry('tide-table');
  expect(body).toMatchObject({ data: { item: { name: 'tide-table', version: '1.1.0' }, entry } });
});

test('GET /extensions/:name/versions lists every version, newest first', async () => {
  const { status, body } = await api.send('/extensions/tide-table/versions');
  const { facts } = await makePackage();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: [
      { version: '2.0.0-beta.1' },
      { version: '1.1.0' },
      {
        version: '1.0.0',
        status: 'live',
        reason: null,
        sha256: facts.sha256,
        size: facts.size,
        unpackedSize: facts.unpackedSize,
        engines: { orchestra: '^1.0.0' },
        permissions: ['network'],
        package: 'http://127.0.0.1:4400/packages/tide-table/tide-table-1.0.0.tar.gz',
      },
    ],
  });
});

test('a HEAD answers as a GET does, without a body', async () => {
  const head = await api.send('/extensions/tide-table', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, text: '' });
});
