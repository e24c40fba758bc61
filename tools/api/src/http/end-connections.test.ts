import { formatContentDigest, sha256Hex } from '@orchestra/core/node';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { makePackage } from '../../test/make-package.ts';
import { startApi } from '../../test/start-api.ts';

test('a server that closes finishes the publish under way, and then ends its connection', async () => {
  await using api = await startApi();
  const { bytes } = await makePackage();
  const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
  const head = [
    'POST /api/v1/extensions HTTP/1.1',
    `Host: ${new URL(api.origin).host}`,
    `Authorization: Bearer ${api.tokens.tide}`,
    'Content-Type: application/gzip',
    `Content-Digest: ${formatContentDigest(sha256Hex(bytes))}`,
    `Content-Length: ${bytes.length}`,
    'Connection: keep-alive',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, 100));
  await expect.poll(() => readdir(api.registry.uploads)).toHaveLength(1);

  const closed = api.server.close();
  socket.write(bytes.subarray(100));
  const answer = (await Array.fromAsync(socket)).join('');
  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  await closed;
});
