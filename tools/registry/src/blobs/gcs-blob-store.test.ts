import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { type Gcs, makeFolder, runProcess, startGcs } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { blobKey, makeBlob, makeBytes } from '../../test/make-blob.ts';
import type { BlobStore } from './blob-store.ts';
import { openBlobStore } from './open-blob-store.ts';

const fixture = fileURLToPath(new URL('../../test/put-blob.ts', import.meta.url));

const small = makeBytes(1000);
/** Sent in four pieces. */
const large = makeBytes(7 * 1024 * 1024 + 5);

test.each([
  ['small', small],
  ['large', large],
])('put() of a %s blob keeps type, lifetime and SHA-256 beside it', async (_size, bytes) => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(bytes), bytes);
  expect(made.object()).toMatchObject({
    contentType: 'application/gzip',
    cacheControl: 'public, max-age=31536000, immutable',
    metadata: { sha256: sha256Hex(bytes) },
  });
  expect(made.object()?.bytes.equals(bytes)).toBe(true);
  expect(await made.readsBack(bytes)).toBe(true);
});

test('put() outlasts a service that answers 503 ten times', async () => {
  await using made = await makeBucket();
  made.gcs.faults.fail({ method: 'POST', path: /upload/ }, { status: 503, times: 10 });
  expect(await made.store.put(makeBlob(small), small)).toBe('stored');
  expect(made.gcs.requests).toHaveLength(11);
});

test('a service that is down for good is told, whatever was asked', async () => {
  await using made = await makeBucket();
  made.gcs.faults.fail({ path: /./ }, { status: 503 });
  const ask = [
    () => made.store.put(makeBlob(small), small),
    () => made.store.stat(blobKey),
    () => made.store.open(blobKey),
    () => Array.fromAsync(made.store.list('')),
  ];
  for (const one of ask) {
    await expect(one()).rejects.toMatchObject({
      code: 'storage-unreachable',
      message: expect.stringContaining('503'),
    });
  }
});

test.each([
  ['small', small, /uploadType=multipart/],
  ['large', large, /upload_id=/],
])('put() of a %s blob whose answer is lost finds what it stored', async (_size, bytes, path) => {
  await using made = await makeBucket();
  made.gcs.faults.fail({ path }, { cut: 'answer', times: 4 }); // for the large one: each piece
  expect(await made.store.put(makeBlob(bytes), bytes)).toMatch(/^(?:stored|present)$/);
  const first = made.object()?.generation;
  expect(await made.store.put(makeBlob(bytes), bytes)).toBe('present');
  expect(made.object()?.generation).toBe(first);
  expect(await made.readsBack(bytes)).toBe(true);
});

test('put() of a large blob goes on after a piece that was cut off', async () => {
  await using made = await makeBucket();
  const cut = { cut: 'request', afterBytes: 700_000, times: 1 } as const;
  made.gcs.faults.fail({ method: 'PUT', path: /upload_id/ }, cut);
  expect(await made.store.put(makeBlob(large), large)).toBe('stored');
  const ranges = made.gcs.requests.map(({ headers }) => headers['content-range']).filter(Boolean);
  expect(ranges.slice(0, 3)).toEqual([
    `bytes 0-2097151/${large.length}`,
    'bytes */*',
    `bytes 524288-2621439/${large.length}`,
  ]);
  expect(made.gcs.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(await made.readsBack(large)).toBe(true);
});

test('put() killed in the middle of a large blob, and repeated, ends the same', async () => {
  await using made = await makeBucket();
  made.gcs.faults.fail({ method: 'PUT', path: /upload_id/ }, { times: 2 }); // two pieces get through
  made.gcs.faults.fail({ method: 'PUT', path: /upload_id/ }, { delayMs: 60_000, times: 1 });
  const args = [fixture, made.gcs.origin, made.location, String(large.length)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  await expect.poll(() => made.gcs.requests.length).toBe(4);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await made.store.stat(blobKey)).toBeNull();
  expect(await made.store.put(makeBlob(large), large)).toBe('stored');
  expect(await made.readsBack(large)).toBe(true);
  expect(await made.keys()).toEqual([blobKey]);
});

test.each([
  ['no SHA-256', {}],
  ['a SHA-256 that is not its own', { sha256: sha256Hex('else') }],
])('put() beside an object with %s reads it to compare', async (_what, metadata) => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(small), small);
  Object.assign(made.object() ?? {}, { metadata });
  expect(await made.store.put(makeBlob(small), small)).toBe('present');
  expect(made.gcs.requests.at(-1)?.path).toContain('alt=media');
});

test('put() believes no object that says to be the same and is not', async () => {
  await using made = await makeBucket();
  const other = makeBytes(1004);
  await made.store.put(makeBlob(other), other);
  Object.assign(made.object()?.metadata ?? {}, { sha256: sha256Hex(small) });
  await expect(made.store.put(makeBlob(small), small)).rejects.toMatchObject({
    code: 'blob-conflict',
    message: expect.stringContaining(sha256Hex(other)),
  });
});

test('put() of a file that changes on its way stores nothing', async () => {
  await using made = await makeBucket();
  await using folder = await makeFolder({ 'package.tar.gz': small });
  const file = folder.join('package.tar.gz');
  const busy = { status: 503, delayMs: 500, times: 1 };
  made.gcs.faults.fail({ method: 'POST', path: /upload/ }, busy);
  const putting = made.store.put(makeBlob(small), { file }).catch((error: unknown) => error);
  await expect.poll(() => made.gcs.requests.length).toBe(1);
  await writeFile(file, small.toReversed());
  expect(await putting).toBeInstanceOf(RegistryError);
  expect(await made.keys()).toEqual([]);
});

test('open() goes on where the connection broke, as often as it moves', async () => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(large), large);
  made.gcs.faults.fail({ path: /alt=media/ }, { cut: 'response', afterBytes: 900_000, times: 7 });
  expect(await made.readsBack(large)).toBe(true);
  const reads = made.gcs.requests.filter(({ path }) => path.includes('alt=media'));
  expect(reads).toHaveLength(8);
  const one = `generation=${made.object()?.generation}&`; // never half of one and half of another
  expect(reads.filter(({ path }) => !`${path}&`.includes(one))).toEqual([]);
});

test('open() gives up a connection that never moves', async () => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(small), small);
  made.gcs.faults.fail({ path: /alt=media/ }, { cut: 'response', afterBytes: 0 });
  await expect(made.readsBack(small)).rejects.toMatchObject({ code: 'storage-unreachable' });
});

test('open() asks again where an answer takes too long', async () => {
  await using made = await makeBucket({ attemptMs: 1000 });
  await made.store.put(makeBlob(small), small);
  made.gcs.faults.fail({ path: /alt=media/ }, { delayMs: 60_000, times: 1 });
  expect(await made.readsBack(small)).toBe(true);
});

test('open() tells bytes that are not those that were stored', async () => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(small), small);
  made.object()?.bytes.writeUInt8(1, 500);
  await expect(made.readsBack(small)).rejects.toMatchObject({ code: 'digest-mismatch' });
});

test('list() reads all pages, and only what is below its prefix and can be a blob', async () => {
  await using made = await makeBucket();
  const kept = made.gcs.objects('sea-chest');
  await made.store.put(makeBlob(small), small);
  const object = made.object();
  if (object === undefined) throw new Error('expected an object');
  const names = Array.from({ length: 2500 }, (_value, nth) => `docs/a/1.0.0/files/${nth}.png`);
  for (const name of [...names, 'logs/a', 'docs/short'])
    kept.set(`kept/${name}`, { ...object, name: `kept/${name}` });
  kept.set('kept-too/docs/a/b', { ...object, name: 'kept-too/docs/a/b' });
  expect(await made.keys()).toEqual([...names.toSorted(), blobKey]);
});

test('a bucket that is missing is told, whatever was asked', async () => {
  await using gcs = await startGcs({ buckets: [] });
  const store = await openBlobStore('gs://no-chest', { endpoint: gcs.origin });
  for (const bytes of [small, large]) {
    await expect(store.put(makeBlob(bytes), bytes)).rejects.toMatchObject({
      code: 'bucket-missing',
      message: "There is no bucket 'no-chest'",
    });
  }
  await expect(store.stat(blobKey)).rejects.toMatchObject({ code: 'bucket-missing' });
  await expect(Array.fromAsync(store.list(''))).rejects.toMatchObject({ code: 'bucket-missing' });
});

test.each([
  ['small', small],
  ['large', large],
])('a permission that is missing for a %s blob is named, and no email', async (_size, bytes) => {
  await using made = await makeBucket();
  const message =
    "uploader@tide.iam.gserviceaccount.com does not have storage.objects.create access to the Google Cloud Storage object. Permission 'storage.objects.create' denied on resource (or it may not exist).";
  const body = { error: { code: 403, message, errors: [{ message, reason: 'forbidden' }] } };
  made.gcs.faults.fail({ method: 'POST', path: /upload/ }, { status: 403, body });
  const error = await made.store.put(makeBlob(bytes), bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof RegistryError)) throw new Error('expected a RegistryError');
  expect(error.code).toBe('storage-forbidden');
  expect(error.message).toContain('lacks storage.objects.create');
  expect(inspect(error)).not.toContain('uploader@');
});

test('a service that cannot be reached is told', async () => {
  const gcs = await startGcs({ buckets: [] });
  const store = await openBlobStore('gs://sea-chest', { endpoint: gcs.origin, patience });
  await gcs[Symbol.asyncDispose]();
  for (const bytes of [small, large]) {
    await expect(store.put(makeBlob(bytes), bytes)).rejects.toMatchObject({
      code: 'storage-unreachable',
    });
  }
  await expect(store.stat(blobKey)).rejects.toMatchObject({ code: 'storage-unreachable' });
});

test('nothing is ever removed', async () => {
  await using made = await makeBucket();
  await made.store.put(makeBlob(small), small);
  const other = makeBytes(1004);
  await expect(made.store.put(makeBlob(other), other)).rejects.toThrow();
  made.gcs.faults.fail({ method: 'POST', path: /upload/ }, { status: 400, times: 1 });
  await expect(made.store.put(makeBlob(other), other)).rejects.toThrow();
  expect(made.gcs.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('credentials of a workload identity are exchanged once, and sent with every request', async () => {
  await using gcs = await startGcs({ buckets: ['sea-chest'], token: 'sesame' });
  await using exchange = await startTokenExchange('sesame');
  await using folder = await makeFolder({
    'oidc-token': 'signed by the workflow',
    'credentials.json': {
      type: 'external_account',
      audience:
        '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: exchange.url,
      credential_source: { file: 'oidc-token' },
    },
  });
  const ended = await runProcess(
    [process.execPath, fixture, gcs.origin, 'gs://sea-chest', '1000', 'authenticate'],
    { cwd: folder.path, env: { GOOGLE_APPLICATION_CREDENTIALS: folder.join('credentials.json') } },
  );
  expect(ended).toMatchObject({ exitCode: 0, stdout: '1000\n' });
  expect(exchange.subjects).toEqual(['signed by the workflow']);
});

test('missing credentials are told', async () => {
  await using gcs = await startGcs({ buckets: ['sea-chest'], token: 'sesame' });
  await using folder = await makeFolder();
  const ended = await runProcess(
    [process.execPath, fixture, gcs.origin, 'gs://sea-chest', '10', 'authenticate'],
    { env: { HOME: folder.path, GOOGLE_APPLICATION_CREDENTIALS: folder.join('none.json') } },
  );
  expect(ended.exitCode).toBe(1);
  expect(ended.stderr).toContain('storage-forbidden');
});

/** A security token service that gives everybody the token. */
async function startTokenExchange(token: string) {
  const subjects: string[] = [];
  const server = createServer(async (request, response) => {
    subjects.push(new URLSearchParams(await text(request)).get('subject_token') ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const dispose = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/v1/token`, subjects, [Symbol.asyncDispose]: dispose };
}

interface TestBucket extends AsyncDisposable {
  gcs: Gcs;
  location: string;
  store: BlobStore;
  /** The stored object of the package. */
  object(): ReturnType<ReturnType<Gcs['objects']>['get']>;
  /** True where the package is read as these bytes. */
  readsBack(bytes: Buffer): Promise<boolean>;
  keys(): Promise<string[]>;
}

const patience = { firstDelayMs: 1, maxDelayMs: 5 };

async function makeBucket(more: { attemptMs?: number } = {}): Promise<TestBucket> {
  const gcs = await startGcs({ buckets: ['sea-chest'] });
  const location = 'gs://sea-chest/kept';
  const options = { endpoint: gcs.origin, patience: { ...patience, ...more } };
  const store = await openBlobStore(location, options);
  return {
    gcs,
    location,
    store,
    object: () => gcs.objects('sea-chest').get(`kept/${blobKey}`),
    readsBack: async (bytes) => {
      const found = await store.open(blobKey);
      return found !== null && (await buffer(found.stream)).equals(bytes);
    },
    keys: async () => (await Array.fromAsync(store.list(''))).map(({ key }) => key),
    [Symbol.asyncDispose]: () => gcs[Symbol.asyncDispose](),
  };
}
