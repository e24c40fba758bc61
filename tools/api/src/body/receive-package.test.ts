import { defaultLimits } from '@orchestra/core';
import { formatContentDigest, sha256Hex } from '@orchestra/core/node';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startApi } from '../../test/start-api.ts';

const large = Buffer.alloc(300_000, 'x');

test('a package over the limit is refused by its Content-Length', async () => {
  await using api = await startApi({ config: { limits: { ...defaultLimits, packedBytes: 1000 } } });
  const answer = await api.publish(large);
  expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  expect(await readdir(api.registry.uploads)).toEqual([]);
});

test('a package over the limit is refused while it is sent, where no length was said', async () => {
  await using api = await startApi({ config: { limits: { ...defaultLimits, packedBytes: 1000 } } });
  const answer = await api.send('/extensions', {
    method: 'POST',
    token: api.tokens.tide,
    headers: {
      'content-type': 'application/gzip',
      'content-digest': formatContentDigest(sha256Hex(large)),
    },
    body: new Blob([large]).stream(),
    duplex: 'half',
  });
  expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  expect(await readdir(api.registry.uploads)).toEqual([]);
});

test.each([
  ['without a token', { token: null }, 401],
  ['without a digest', { headers: { 'content-digest': undefined } }, 400],
  ['of another type', { headers: { 'content-type': 'text/plain' } }, 415],
  ['to an address that is none', { path: '/nothing' }, 404],
  ['from a page of another origin', { headers: { origin: 'https://evil.example' } }, 403],
])('a large body %s is answered before it is read', async (_what, asked, status) => {
  await using api = await startApi();
  expect((await api.publish(Buffer.alloc(5_000_000), asked)).status).toBe(status);
  expect(await readdir(api.registry.uploads)).toEqual([]);
});
