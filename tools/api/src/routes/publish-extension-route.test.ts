import { formatContentDigest, sha256Hex } from '@orchestra/core/node';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { type PublishOptions, type RunningApi, startApi } from '../../test/start-api.ts';

let api: RunningApi;
beforeEach(async () => {
  api = await startApi();
});
afterEach(async () => {
  expect(await readdir(api.registry.uploads)).toEqual([]); // nothing of an upload is ever left
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

test('a publish under a new name answers 201, and stores package, docs and entry', async () => {
  const packed = await makePackage();
  const { status, body } = await api.publish(packed.bytes);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    name: 'tide-table',
    version: '1.0.0',
    sha256: packed.facts.sha256,
    size: packed.facts.size,
    unchanged: false,
    stages: {
      submitted: expect.any(String),
      stored: expect.any(String),
      indexed: expect.any(String),
      served: null,
    },
    plan: { action: 'publish', after: { owners: [{ provider: 'local', id: 1, login: 'tide' }] } },
  });
  const stored = await api.stored();
  expect(stored).toEqual(expect.arrayContaining(['packages/tide-table/tide-table-1.0.0.tar.gz']));
});

test('a publish tells warnings, and publishes all the same', async () => {
  const { bytes } = await makePackage({ description: undefined });
  const { status, body } = await api.publish(bytes);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'description-missing', severity: 'warning' }),
    ]),
  });
});

test('a package whose code can not be told answers 403, and stores nothing', async () => {
  const code = 'export const activate = () => fetch(eval(name));\n';
  const { bytes } = await makePackage({}, { 'dist/main.js': code });
  const { status, body } = await api.publish(bytes);
  expect(status).toBe(403);
  expect(body).toMatchObject({
    code: 'review-required',
    problems: expect.arrayContaining([expect.objectContaining({ code: 'permission-unresolved' })]),
  });
  expect(await api.stored()).toEqual([]);
});

test('a second version is published to the address of its extension', async () => {
  await api.publish((await makePackage()).bytes);
  const { bytes } = await makePackage({ version: '1.1.0' });
  const { status } = await api.publish(bytes, { path: '/extensions/tide-table/versions' });
  expect(status).toBe(201);
  const { body } = await api.send('/extensions/tide-table/versions');
  expect(body).toMatchObject({ data: [{ version: '1.1.0' }, { version: '1.0.0' }] });
});

test('the same bytes again answer 200, and change nothing', async () => {
  const { bytes } = await makePackage();
  await api.publish(bytes);
  const before = await api.registry.index.head();
  const { status, body } = await api.publish(bytes);
  expect(status).toBe(200);
  expect(body).toMatchObject({ unchanged: true, plan: null });
  expect(await api.registry.index.head()).toBe(before);
});

test('other bytes under the same version answer 409, and change nothing', async () => {
  await api.publish((await makePackage()).bytes);
  const before = await api.registry.index.head();
  const { bytes } = await makePackage({}, { 'README.md': '# Other tides\n' });
  expect(await api.publish(bytes)).toMatchObject({ status: 409, body: { code: 'version-exists' } });
  expect(await api.registry.index.head()).toBe(before);
});

test('a dry run answers 200 with the plan, and stores nothing', async () => {
  const before = await api.registry.index.head();
  const { bytes } = await makePackage();
  const { status, body } = await api.publish(bytes, { path: '/extensions?dry_run=true' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ stages: { stored: null }, plan: { name: 'tide-table' } });
  expect(await api.registry.index.head()).toBe(before);
  expect(await api.stored()).toEqual([]);
});

test('a pre-release needs its flag, and a stable version must not have it', async () => {
  const beta = await makePackage({ version: '1.0.0-beta.1' });
  const without = await api.publish(beta.bytes);
  expect(without).toMatchObject({
    status: 422,
    body: {
      code: 'problems-found',
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'prerelease-flag-missing' }),
      ]),
    },
  });
  const path = '/extensions?pre_release=true';
  expect((await api.publish(beta.bytes, { path })).status).toBe(201);
  const stable = await api.publish((await makePackage()).bytes, { path });
  expect(stable).toMatchObject({ status: 422, body: { code: 'problems-found' } });
});

test('everything wrong with a package is listed at once, as 422', async () => {
  const { bytes } = await makePackage(
    { version: 'one', engines: {}, main: 'missing.js', permissions: ['everything'] },
    { 'dist/key.pem': 'x', 'dist/a.js': '\u202E' },
  );
  const { status, body } = await api.publish(bytes);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'problems-found' });
  const codes = new Set(
    (JSON.stringify(body).match(/"code":"[a-z-]+"/g) ?? []).map((found) => found.slice(8, -1)),
  );
  for (const code of [
    'version-invalid',
    'engines-missing',
    'file-missing',
    'permission-unknown',
    'secret-file',
    'unicode-bidi',
  ]) {
    expect(codes).toContain(code);
  }
  expect(await api.stored()).toEqual([]);
});

test('a package that is no archive answers 422', async () => {
  const { status, body } = await api.publish(Buffer.from('tide'));
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'package-invalid', problems: [{ code: 'archive-not-gzip' }] });
});

test('a name that another account owns answers 403', async () => {
  await api.publish((await makePackage()).bytes);
  const { bytes } = await makePackage({ version: '2.0.0' });
  const answer = await api.publish(bytes, { token: api.tokens.moon });
  expect(answer).toMatchObject({ status: 403, body: { code: 'name-taken' } });
});

test('a package sent to the address of another name answers 422', async () => {
  const { bytes } = await makePackage();
  const answer = await api.publish(bytes, { path: '/extensions/moon-table/versions' });
  expect(answer).toMatchObject({ status: 422, body: { code: 'name-mismatch' } });
});

test.each<[status: number, code: string, string, PublishOptions]>([
  [401, 'token-missing', 'no token', { token: null }],
  [401, 'token-invalid', 'an unknown token', { token: 'orc_unknown' }],
  [401, 'token-missing', 'another scheme', { headers: { authorization: 'Basic dGlkZTp0aWRl' } }],
  [400, 'digest-missing', 'no digest', { headers: { 'content-digest': undefined } }],
  [400, 'digest-missing', 'another digest alone', { headers: { 'content-digest': 'md5=:AAAA:' } }],
  [400, 'body-invalid', 'a digest that is none', { headers: { 'content-digest': 'sha-256=:x:' } }],
  [
    400,
    'digest-mismatch',
    'another digest',
    { headers: { 'content-digest': formatContentDigest(sha256Hex('x')) } },
  ],
  [415, 'media-type-unsupported', 'JSON', { headers: { 'content-type': 'application/json' } }],
  [415, 'media-type-unsupported', 'a form', { headers: { 'content-type': 'multipart/form-data' } }],
  [415, 'media-type-unsupported', 'no type', { headers: { 'content-type': undefined } }],
  [
    403,
    'origin-forbidden',
    'a page of another origin',
    { headers: { origin: 'https://evil.example' } },
  ],
  [403, 'origin-forbidden', 'a page without an origin', { headers: { origin: 'null' } }],
  [400, 'usage', 'a flag that is none', { path: '/extensions?dry_run=perhaps' }],
  [400, 'usage', 'a name that is none', { path: '/extensions/Tide_Table/versions' }],
])('%i %s: a publish with %s stores nothing', async (status, code, _what, asked) => {
  const answer = await api.publish((await makePackage()).bytes, asked);
  expect(answer).toMatchObject({ status, body: { code } });
  if (status === 401) expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  expect(await api.stored()).toEqual([]);
});

test('a body that ends in the middle stores nothing, and the server goes on', async () => {
  const { bytes } = await makePackage();
  const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
  const head = [
    'POST /api/v1/extensions HTTP/1.1',
    `Host: ${new URL(api.origin).host}`,
    `Authorization: Bearer ${api.tokens.tide}`,
    'Content-Type: application/gzip',
    `Content-Digest: ${formatContentDigest(sha256Hex(bytes))}`,
    `Content-Length: ${bytes.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, 100));
  await expect.poll(() => readdir(api.registry.uploads)).toHaveLength(1);
  socket.destroy();
  await expect.poll(() => readdir(api.registry.uploads)).toEqual([]);
  expect(await api.stored()).toEqual([]);
  expect((await api.publish(bytes)).status).toBe(201);
});

test('several publishes of different names at once all land', async () => {
  const names = ['harbour', 'lantern', 'compass', 'seagull'];
  const answers = await Promise.all(
    names.map(async (name) => api.publish((await makePackage({ name })).bytes)),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
});
