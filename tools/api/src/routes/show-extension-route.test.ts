import { parseValue, PublishedVersionSchema } from '@orchestra/core';
import * as Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.publish((await makePackage()).bytes);
  const described = { author: 'Tide Water', repository: 'https://git.example/tide-table' };
  await api.publish((await makePackage({ version: '1.1.0', ...described })).bytes);
  const beta = await makePackage({ version: '2.0.0-beta.1' });
  await api.publish(beta.bytes, { path: '/extensions?pre_release=true' });
});
afterAll(() => api[Symbol.asyncDispose]());

test('GET /extensions/:name shows the card and the whole entry', async () => {
  const { status, body } = await api.send('/extensions/tide-table');
  expect(status).toBe(200);
  const entry = await (await api.registry.index.snapshot()).readEntry('tide-table');
  expect(body).toMatchObject({
    data: {
      item: { name: 'tide-table', version: '1.1.0' },
      entry,
      author: 'Tide Water',
      repository: 'https://git.example/tide-table',
    },
  });
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
        yanked: false,
        reason: null,
        sha256: facts.sha256,
        size: facts.size,
        unpackedSize: facts.unpackedSize,
        engines: { orchestra: '^1.0.0' },
        minOrchestraVersion: '1.0.0',
        permissions: ['network'],
        unclearCode: { mayNeed: [] },
        package: 'http://127.0.0.1:4400/packages/tide-table/tide-table-1.0.0.tar.gz',
      },
    ],
  });
});

test('GET /extensions/:name/versions/:version shows one with its manifest and changelog, as the list has it', async () => {
  const path = '/extensions/tide-table/versions';
  const list = await api.send(path);
  const { status, body, headers } = await api.send(`${path}/1.0.0`);
  expect(status).toBe(200);
  expect(body).toEqual({
    data: {
      ...dataOf(list.body).find(({ version }) => version === '1.0.0'),
      manifest: expect.objectContaining({ name: 'tide-table', version: '1.0.0', tags: ['sea'] }),
      changelog: '## 1.0.0\n',
    },
  });
  expect(headers.get('cache-control')).toBe('public, no-cache');
});

test.each([
  ['tide-table/versions/9.9.9', 404, 'version-unknown'],
  ['never-was/versions/1.0.0', 404, 'extension-unknown'],
  ['tide-table/versions/newest', 400, 'usage'],
])('GET /extensions/%s answers %i %s', async (path, status, code) => {
  expect(await api.send(`/extensions/${path}`)).toMatchObject({ status, body: { code } });
});

test('a HEAD answers as a GET does, without a body', async () => {
  const head = await api.send('/extensions/tide-table', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, text: '' });
});

function dataOf(body: unknown) {
  const parsed = parseValue(VersionsSchema, body);
  return parsed.ok ? parsed.value.data : [];
}

const VersionsSchema = Type.Object({ data: Type.Array(PublishedVersionSchema) });
