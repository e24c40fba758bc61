import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Gcs, startGcs } from './start-gcs.ts';

test('a multipart upload stores an object with its type, sums and custom metadata', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  const stored = await upload(gcs, {
    name: 'a/b.txt',
    text: 'tide',
    resource: { metadata: { sha256: 'ab' } },
  });
  expect(stored.status).toBe(200);
  expect(await stored.json()).toMatchObject({
    name: 'a/b.txt',
    bucket: 'chest',
    size: '4',
    contentType: 'text/plain',
    md5Hash: createHash('md5').update('tide').digest('base64'),
    metadata: { sha256: 'ab' },
  });
});

test('ifGenerationMatch=0 stores once; without it, an object is replaced', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  const first = { name: 'a', text: 'one', query: 'ifGenerationMatch=0' };
  expect((await upload(gcs, first)).status).toBe(200);
  const again = await upload(gcs, { ...first, text: 'two' });
  expect(again.status).toBe(412);
  expect(await again.json()).toMatchObject({ error: { errors: [{ reason: 'conditionNotMet' }] } });
  expect(gcs.objects('chest').get('a')?.bytes.toString()).toBe('one');
  expect((await upload(gcs, { name: 'a', text: 'two' })).status).toBe(200);
  expect(gcs.objects('chest').get('a')?.bytes.toString()).toBe('two');
});

test.each([{ crc32c: 'AAAAAA==' }, { md5Hash: 'AAAAAAAAAAAAAAAAAAAAAA==' }])(
  'bytes without the sum %j that was said are refused, and not stored',
  async (resource) => {
    await using gcs = await startGcs({ buckets: ['chest'] });
    expect((await upload(gcs, { name: 'a', text: 'tide', resource })).status).toBe(400);
    expect(gcs.objects('chest').size).toBe(0);
  },
);

test('a resumable upload keeps whole pieces, and says how much it has', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  const session = await begin(gcs);
  const bytes = Buffer.alloc(600_000, 'tide');
  const total = bytes.length;
  const put = (range: string, body?: Buffer) =>
    fetch(session, {
      method: 'PUT',
      headers: { 'content-range': range },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
  const none = await put(`bytes */${total}`);
  expect([none.status, none.headers.get('range')]).toEqual([308, null]);
  const first = await put(`bytes 0-299999/${total}`, bytes.subarray(0, 300_000));
  expect([first.status, first.headers.get('range')]).toEqual([308, 'bytes=0-262143']);
  const asked = await put('bytes */*');
  expect([asked.status, asked.headers.get('range')]).toEqual([308, 'bytes=0-262143']);
  expect(gcs.objects('chest').size).toBe(0);
  const last = await put('bytes 262144-*/*', bytes.subarray(262_144));
  expect(last.status).toBe(200);
  expect(gcs.objects('chest').get('a')?.bytes.equals(bytes)).toBe(true);
  expect((await put(`bytes */${total}`)).status).toBe(200);
});

test('of two resumable uploads of one name, the second to end fails', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  const sessions = [await begin(gcs), await begin(gcs)];
  const ends = [];
  for (const session of sessions) {
    const range = { 'content-range': 'bytes 0-3/4' };
    ends.push(await fetch(session, { method: 'PUT', headers: range, body: 'tide' }));
  }
  expect(ends.map(({ status }) => status)).toEqual([200, 412]);
});

test('an object is described, changed, listed, read as a file and removed', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  for (const name of ['b/1', 'a/2', 'a/1']) await upload(gcs, { name, text: name });
  const api = `${gcs.origin}/storage/v1/b/chest/o`;

  const first = await readJson(`${api}?prefix=a/&maxResults=1`);
  expect(first).toMatchObject({ items: [{ name: 'a/1' }], nextPageToken: expect.anything() });
  const token = encodeURIComponent(String(Reflect.get(Object(first), 'nextPageToken')));
  const second = await readJson(`${api}?prefix=a/&maxResults=1&pageToken=${token}`);
  expect(second).toMatchObject({ items: [{ name: 'a/2' }] });
  expect(second).not.toHaveProperty('nextPageToken');

  const changed = await fetch(`${api}/a%2F1`, {
    method: 'PATCH',
    body: JSON.stringify({ cacheControl: 'no-store', metadata: { kept: 'yes' } }),
  });
  expect(await changed.json()).toMatchObject({ metageneration: '2', metadata: { kept: 'yes' } });

  const served = await fetch(`${gcs.origin}/chest/a/1`);
  expect(await served.text()).toBe('a/1');
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/plain',
    'x-goog-meta-kept': 'yes',
  });
  const part = await fetch(`${api}/a%2F1?alt=media`, { headers: { range: 'bytes=2-' } });
  expect([part.status, await part.text()]).toEqual([206, '1']);

  expect((await fetch(`${api}/a%2F1`, { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(`${gcs.origin}/chest/a/1`)).status).toBe(404);
  expect(await readJson(`${api}/a%2F1`)).toMatchObject({
    error: { message: 'No such object: chest/a/1' },
  });
  expect(await readJson(`${gcs.origin}/storage/v1/b/none/o`)).toMatchObject({
    error: { message: 'The specified bucket does not exist.' },
  });
});

test('a token is asked for by the API alone', async () => {
  await using gcs = await startGcs({ buckets: ['chest'], token: 'sesame' });
  const api = `${gcs.origin}/storage/v1/b/chest/o`;
  const status = async (authorization?: string) =>
    (await fetch(api, authorization === undefined ? {} : { headers: { authorization } })).status;
  expect(await status()).toBe(401);
  expect(await status('Bearer other')).toBe(403);
  expect(await status('Bearer sesame')).toBe(200);
  expect((await fetch(`${gcs.origin}/chest/none`)).status).toBe(404);
});

test('a fault hits as often as it is told to', async () => {
  await using gcs = await startGcs({ buckets: ['chest'] });
  gcs.faults.fail({ method: 'GET', path: /chest/ }, { status: 503, times: 2 });
  const statuses = [];
  for (let nth = 0; nth < 3; nth += 1)
    statuses.push((await fetch(`${gcs.origin}/storage/v1/b/chest/o`)).status);
  expect(statuses).toEqual([503, 503, 200]);
  gcs.faults.fail({ path: /./ }, { cut: 'answer' });
  await expect(upload(gcs, { name: 'a', text: 'done all the same' })).rejects.toThrow();
  expect(gcs.objects('chest').has('a')).toBe(true);
  gcs.faults.clear();
  gcs.faults.fail({ path: /./ }, { cut: 'response', afterBytes: 4 });
  const cut = await fetch(`${gcs.origin}/chest/a`);
  await expect(cut.text()).rejects.toThrow();
});

test('serve.ts prints its origin, and serves', async () => {
  const serve = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const child = spawn(process.execPath, [serve, 'chest'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    const listed = await readJson(`${String(line).trim()}/storage/v1/b/chest/o`);
    expect(listed).toEqual({ kind: 'storage#objects' });
  } finally {
    child.kill();
  }
});

function upload(
  gcs: Gcs,
  of: { name: string; text: string; resource?: object; query?: string },
): Promise<Response> {
  const { name, text, resource = {}, query = '' } = of;
  const parts = [
    `--edge\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(resource)}\r\n`,
    `--edge\r\ncontent-type: text/plain\r\n\r\n${text}\r\n--edge--`,
  ];
  const url = `${gcs.origin}/upload/storage/v1/b/chest/o?uploadType=multipart&name=${encodeURIComponent(name)}&${query}`;
  const headers = { 'content-type': 'multipart/related; boundary=edge' };
  return fetch(url, { method: 'POST', headers, body: parts.join('') });
}

/** Begins a resumable upload of `a`, which must not be there. @returns where to send its bytes */
async function begin(gcs: Gcs): Promise<string> {
  const query = 'uploadType=resumable&name=a&ifGenerationMatch=0';
  const begun = await fetch(`${gcs.origin}/upload/storage/v1/b/chest/o?${query}`, {
    method: 'POST',
    body: '{}',
  });
  return begun.headers.get('location') ?? '';
}

async function readJson(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}
