import { makeFolder } from '@orchestra/testkit';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tar, tarGz } from '../../test/tar-blocks.ts';
import { defaultLimits, type Limits, RegistryError } from '@orchestra/core';
import { readPackage } from './read-package.ts';

const good = tarGz({ path: 'package.json', body: '{}' }, { path: 'dist/main.js', body: 'tide' });
const sha256 = createHash('sha256').update(good).digest('hex');
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));

test('readPackage() reads a package and tells what is known of it', async () => {
  const { files, facts } = await read(good, { sha256 });
  expect([...files.keys()]).toEqual(['package.json', 'dist/main.js']);
  expect(facts).toEqual({
    sha256,
    tarSha256: createHash('sha256')
      .update(tar({ path: 'package.json', body: '{}' }, { path: 'dist/main.js', body: 'tide' }))
      .digest('hex'),
    size: good.length,
    unpackedSize: 6,
  });
});

test('readPackage() reads gzip in several members, as gzip does', async () => {
  const whole = tar({ path: 'a', body: 'tide' });
  const members = [whole.subarray(0, 700), whole.subarray(700)].map((part) => gzipSync(part));
  const { files } = await read(Buffer.concat(members));
  expect([...files.keys()]).toEqual(['a']);
});

test('readPackage() refuses another digest before anything is uncompressed', async () => {
  expect(await refusal(good, { sha256: '0'.repeat(64) })).toMatchObject({
    code: 'digest-mismatch',
  });
  expect(await refusal(bomb, { sha256 })).toMatchObject({ code: 'digest-mismatch', problems: [] });
});

test.each<[code: string, string, Buffer, Partial<Limits>]>([
  ['archive-not-gzip', 'an empty file', Buffer.alloc(0), {}],
  ['archive-not-gzip', 'a single byte', Buffer.from([0x1f]), {}],
  ['archive-not-gzip', 'a tar without gzip', tar({ path: 'a' }), {}],
  ['archive-not-gzip', 'a zip', Buffer.from('PK\x03\x04'), {}],
  ['archive-damaged', 'gzip that is cut off', good.subarray(0, good.length - 9), {}],
  ['archive-damaged', 'gzip without its checksum', good.subarray(0, good.length - 8), {}],
  ['archive-damaged', 'gzip with a flipped bit', flipped(good), {}],
  ['archive-damaged', 'gzip of nothing', gzipSync(''), {}],
  ['archive-damaged', 'gzip of something else', gzipSync('tide '.repeat(500)), {}],
  [
    'archive-damaged',
    'something that only begins like gzip',
    Buffer.from([0x1f, 0x8b, 9, 9, 9]),
    {},
  ],
  ['archive-damaged', 'bytes behind the gzip', Buffer.concat([good, Buffer.from('more')]), {}],
  ['archive-trailing-data', 'zeros behind the gzip', Buffer.concat([good, Buffer.alloc(512)]), {}],
  ['archive-trailing-data', 'a second tar behind the first', Buffer.concat([good, good]), {}],
  ['archive-ratio', 'a bomb', bomb, {}],
  [
    'package-too-large',
    'a bomb of several members',
    Buffer.concat([bomb, bomb]),
    { ratio: 1e9, unpackedBytes: 60_000_000 },
  ],
  ['package-too-large', 'too many bytes packed', good, { packedBytes: good.length - 1 }],
  ['package-too-large', 'too many bytes unpacked', good, { unpackedBytes: 5 }],
  ['package-too-many-files', 'too many files', good, { entries: 1 }],
  ['archive-link', 'a link', tarGz({ path: 'a', type: '2', linkpath: '/etc' }), {}],
])('readPackage() finds %s: %s', async (code, _what, bytes, limits) => {
  const error = await refusal(bytes, { limits });
  expect(error.code).toBe('package-invalid');
  expect(error.problems.map((found) => found.code)).toEqual([code]);
  expect(error.message).toContain(error.problems[0]?.message);
});

test('readPackage() takes packages that are just within the limits', async () => {
  const limits = { packedBytes: good.length, unpackedBytes: 6, entries: 2 };
  expect((await read(good, { limits })).facts.unpackedSize).toBe(6);
});

test('readPackage() says what it can not read', async () => {
  await using folder = await makeFolder();
  for (const path of [folder.join('missing'), folder.path]) {
    const reading = readPackage(path, { limits: defaultLimits });
    await expect(reading).rejects.toMatchObject({ code: 'file-unreadable' });
  }
});

async function read(bytes: Buffer, expected: { sha256?: string; limits?: Partial<Limits> } = {}) {
  await using folder = await makeFolder({ 'package.tar.gz': bytes });
  const limits = { ...defaultLimits, ...expected.limits };
  return await readPackage(folder.join('package.tar.gz'), { ...expected, limits });
}

async function refusal(...asked: Parameters<typeof read>): Promise<RegistryError> {
  const error: unknown = await read(...asked).then(
    () => new Error('It was taken'),
    (reason: unknown) => reason,
  );
  if (error instanceof RegistryError) return error;
  throw error;
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 1;
  return copy;
}
