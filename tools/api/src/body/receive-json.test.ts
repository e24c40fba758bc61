import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReviewsApi, startReviews } from '../../test/start-reviews.ts';

let api: ReviewsApi;
let token: string;
beforeAll(async () => {
  api = await startReviews();
  token = await api.join('wave');
});
afterAll(() => api[Symbol.asyncDispose]());

const path = '/extensions/tide-table/reviews';
const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  api.send(path, { method: 'POST', token, headers: { 'content-type': type }, body });

test.each([
  ['', 'Expected a body of JSON; found none'],
  ['{"rating":', 'Expected a body of JSON; found a mistake at line 1, column 11'],
  ['{\n  "rating": 5,\n}', 'Expected a body of JSON; found a mistake at line 3, column 1'],
  ['{"rating": 5}}', 'Expected a body of JSON; found a mistake at line 1, column 14'],
  [new Uint8Array([0x22, 0xff, 0x22]), 'Expected a body in UTF-8; found other bytes'],
])('a body that is no JSON is refused with the place of the mistake: %j', async (body, detail) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { code: 'body-invalid', detail } });
});

test('a mistake is told without the text around it', async () => {
  const answer = await post('{"title": canary-7f3a}');
  expect(answer.status).toBe(400);
  expect(answer.text).not.toContain('canary');
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
  'a body of type %s answers 415',
  async (type) => {
    expect(await post('{}', type)).toMatchObject({
      status: 415,
      body: { code: 'media-type-unsupported' },
    });
  },
);

test.each(['{"__proto__":{"rating":5}}', '{"rating":5,"constructor":{"prototype":{}}}'])(
  'a body with keys of its own answers 400: %s',
  async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 'usage' } });
  },
);

test('a body over the limit is refused, whether or not it says its length', async () => {
  const large = Buffer.alloc(200_000, 'x');
  const tooLarge = { status: 413, body: { code: 'body-too-large' } };
  expect(await post(new Uint8Array(large))).toMatchObject(tooLarge);
  const headers = { 'content-type': 'application/json' };
  const body = new Blob([large]).stream();
  const init = { method: 'POST', token, headers, body, duplex: 'half' as const };
  expect(await api.send(path, init)).toMatchObject(tooLarge);
});

test('the longest review is within the limit, however it is escaped', async () => {
  const body = '\\ud83c\\udf0a'.repeat(2000);
  expect((await post(`{"rating":5,"body":"${body}"}`)).status).toBe(201);
});

test('a body that trickles is answered 408, and its connection is ended', async () => {
  await using impatient = await startReviews({ jsonBodyMs: 300 });
  const { hostname, port } = new URL(impatient.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST /api/v1${path} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Content-Type: application/json',
    'Content-Length: 1000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n{`);
  const answer = (await Array.fromAsync(socket)).join('');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('"code":"body-timeout"');
});
