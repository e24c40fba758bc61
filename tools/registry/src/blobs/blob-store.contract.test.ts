import { type PlannedBlob, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { makeFolder, startGcs } from '@orchestra/testkit';
import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { BlobStore } from './blob-store.ts';
import { folderBlobStore } from './folder-blob-store.ts';
import { memoryBlobStore } from './memory-blob-store.ts';
import { openBlobStore } from './open-blob-store.ts';

const key = 'packages/tide-table/tide-table-1.0.0.tar.gz';

/** An empty store, which is gone once it is disposed of. */
interface KeptStore extends AsyncDisposable {
  store: BlobStore;
}

describe('a blob store in a folder', () => {
  contract(async () => {
    const folder = await makeFolder();
    return {
      store: await openBlobStore(folder.path),
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  });
});

describe('a blob store in memory', () => {
  contract(async () => ({ store: memoryBlobStore(), [Symbol.asyncDispose]: async () => {} }));
});

describe('a blob store in a bucket', () => {
  contract(async () => {
    const gcs = await startGcs({ buckets: ['sea-chest'] });
    return {
      store: await openBlobStore('gs://sea-chest/kept', { endpoint: gcs.origin }),
      [Symbol.asyncDispose]: () => gcs[Symbol.asyncDispose](),
    };
  });
});

const realBucket = process.env['GCS_TEST_BUCKET'];

describe.skipIf(realBucket === undefined)('a blob store in the bucket GCS_TEST_BUCKET', () => {
  contract(async () => {
    const prefix = `contract/${randomUUID()}/`;
    const { Storage } = await import('@google-cloud/storage');
    const bucket = new Storage().bucket(realBucket ?? '');
    return {
      store: await openBlobStore(`gs://${realBucket}/${prefix}`),
      [Symbol.asyncDispose]: () => bucket.deleteFiles({ prefix }),
    };
  });
});

/** What every store does. */
function contract(open: () => Promise<KeptStore>): void {
  test('put() stores a blob once; the same bytes again are present', async () => {
    await using kept = await open();
    const { store } = kept;
    expect(await store.put(blob('one'), bytes('one'))).toBe('stored');
    expect(await store.put(blob('one'), bytes('one'))).toBe('present');
    expect(await read(store)).toBe('one');
    expect(await store.stat(key)).toMatchObject({ key, size: 3, contentType: 'application/gzip' });
  });

  test('put() never overwrites', async () => {
    await using kept = await open();
    const { store } = kept;
    await store.put(blob('one'), bytes('one'));
    await expect(store.put(blob('two'), bytes('two'))).rejects.toMatchObject({
      name: RegistryError.name,
      code: 'blob-conflict',
    });
    expect(await read(store)).toBe('one');
  });

  test('put() stores nothing where the content is not what the plan says', async () => {
    await using kept = await open();
    const { store } = kept;
    await expect(store.put(blob('one'), bytes('two'))).rejects.toMatchObject({
      code: 'digest-mismatch',
    });
    expect(await store.stat(key)).toBeNull();
    expect(await listAll(store)).toEqual([]);
  });

  test('put() of the same key at once stores it once, whole', async () => {
    await using kept = await open();
    const { store } = kept;
    const contents = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(100_000));
    const ends = await Promise.allSettled(
      contents.map((content) => store.put(blob(content), bytes(content))),
    );
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
    expect(contents).toContain(await read(store));
  });

  test('put() takes a file', async () => {
    await using folder = await makeFolder({ 'upload.tar.gz': 'one' });
    await using kept = await open();
    const { store } = kept;
    await store.put(blob('one'), { file: folder.join('upload.tar.gz') });
    expect(await read(store)).toBe('one');
  });

  test.each(['../secret', 'packages/../../x', 'packages//x/y', 'other/x/y', 'packages/a\0/b', 'x'])(
    'the key %j is none',
    async (bad) => {
      await using kept = await open();
      const { store } = kept;
      await expect(store.put({ ...blob('one'), key: bad }, bytes('one'))).rejects.toBeInstanceOf(
        RegistryError,
      );
      expect(await store.open(bad)).toBeNull();
      expect(await store.stat(bad)).toBeNull();
    },
  );

  test('list() gives what starts with the prefix, by key', async () => {
    await using kept = await open();
    const { store } = kept;
    for (const path of [
      'docs/b/1.0.0/readme.md',
      'docs/a/1.0.0/readme.md',
      'packages/a/a.tar.gz',
    ]) {
      await store.put({ ...blob('x'), key: path }, bytes('x'));
    }
    expect(await listAll(store, 'docs/')).toEqual([
      'docs/a/1.0.0/readme.md',
      'docs/b/1.0.0/readme.md',
    ]);
    expect(await listAll(store)).toHaveLength(3);
  });
}

test('folderBlobStore() leaves nothing of a killed upload where blobs are listed', async () => {
  await using folder = await makeFolder();
  const store = await folderBlobStore(folder.path);
  await writeFile(folder.join('.staging', 'half-written'), 'on');
  expect(await listAll(store)).toEqual([]);
  await store.put(blob('one'), bytes('one'));
  expect(await readdir(folder.join('.staging'))).toEqual(['half-written']);
});

function blob(content: string): PlannedBlob {
  return { key, sha256: sha256Hex(content), size: content.length, contentType: 'application/gzip' };
}

function bytes(content: string): Uint8Array {
  return Buffer.from(content);
}

async function read(store: BlobStore): Promise<string> {
  const found = await store.open(key);
  return found === null ? '' : (await buffer(found.stream)).toString();
}

async function listAll(store: BlobStore, prefix = ''): Promise<string[]> {
  const found = await Array.fromAsync(store.list(prefix));
  return found.map((facts) => facts.key);
}
