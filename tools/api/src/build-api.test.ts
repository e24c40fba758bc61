import { connect } from 'node:net';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../test/make-package.ts';
import { type RunningApi, startApi } from '../test/start-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.publish((await makePackage()).bytes);
});
afterAll(async () => {
  expect(api.failures).toEqual([]);
  await api[Symbol.asyncDispose]();
});

test('/healthz answers without a token', async () => {
  expect(await api.send('//healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test.each([
  ['GET', '//'],
  ['GET', '/nothing'],
  ['GET', '/extensions/tide-table/versions/1.0.0/x'],
  ['GET', '/extensions/none-of-that-name'],
  ['GET', '/extensions/none-of-that-name/versions'],
  ['HEAD', '/nothing'],
])('%s %s answers 404 as a problem', async (method, path) => {
  expect((await api.send(path, { method })).status).toBe(404);
});

test.each([
  ['POST', '/extensions/featured', 'GET, HEAD'],
  ['DELETE', '/extensions', 'GET, HEAD, POST'],
  ['PATCH', '/extensions/tide-table/reviews?page=1', 'DELETE, GET, HEAD, POST, PUT'],
  ['GET', '/extensions/tide-table/install', 'POST'],
  ['PUT', '/me', 'GET, HEAD'],
])('%s %s answers 405, and says which methods are allowed', async (method, path, allowed) => {
  const answer = await api.send(path, { method });
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  expect(answer.headers.get('allow')).toBe(allowed);
});

test('every answer has an id of its own, which its problem names', async () => {
  const answers = [await api.send('/extensions'), await api.send('/nothing'), await api.send('/a')];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(3);
  expect(answers[1]?.body).toMatchObject({ instance: `urn:uuid:${ids[1]}` });
});

test('what is logged of a request is its route, and nothing that was sent', async () => {
  api.answered.length = 0;
  const secret = 'sounding-7f3a@tide.example';
  const headers = { cookie: secret, 'user-agent': secret, 'x-request-id': secret };
  await api.send(`/extensions?q=${secret}`, { headers });
  await api.send(`/me?x=${secret}`, { headers, token: api.tokens.tide });
  await api.send(`/nothing/${secret}`, { headers });
  await expect.poll(() => api.answered.length).toBe(3);
  expect(api.answered).toMatchObject([
    { method: 'GET', route: '/api/v1/extensions', status: 200, aborted: false },
    { method: 'GET', route: '/api/v1/me', status: 200 },
    { method: 'GET', route: null, status: 404 },
  ]);
  const logged = JSON.stringify(api.answered);
  for (const sent of [secret, api.tokens.tide, '127.0.0.1']) expect(logged).not.toContain(sent);
});

test('every answer is data to browsers: nothing runs, loads or frames it', async () => {
  for (const path of ['/extensions', '/nothing', '//openapi.json', '//nothing']) {
    const { headers } = await api.send(path);
    const policy = headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull(); // it is http
  }
});

test.each([
  ['..%2f..%2fetc%2fpasswd', 400],
  ['..%5c..%5cwindows', 400],
  ['%2e%2e', 404], // a client takes it for a step up, to /api/v1/
  ['%00', 400],
  ['tide-table%0d%0aX-Evil:1', 400],
  ['%ff', 400],
  ['%', 400],
  ['%zz', 400],
  ['__proto__', 400],
  ['constructor', 404],
  ['Tide-Table', 400],
  ['tide--table', 400],
  ['x'.repeat(101), 400],
  ['x'.repeat(299), 400],
  ['x'.repeat(400), 400],
  ['x'.repeat(8000), 400],
  ['x'.repeat(20_000), 431],
])('GET of the hostile name %# answers as a problem', async (name, status) => {
  const answer = await api.send(`/extensions/${name}`);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('x-evil')).toBeNull();
});

test.each(['1.0', 'v1.0.0', '1.0.0+build', '..%2f1.0.0', '1'.repeat(257)])(
  'DELETE of the version %s answers 400',
  async (version) => {
    const path = `/extensions/tide-table/versions/${version}`;
    expect((await api.send(path, { method: 'DELETE', token: api.tokens.tide })).status).toBe(400);
  },
);

test('text that is no HTTP is answered as a problem, and cut off', async () => {
  const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
  socket.end('TIDE TABLE\r\n\r\n');
  const answer = (await Array.fromAsync(socket)).join('');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'EVIL'])(
  'a request to the host %o answers 421, whatever it asks for',
  async (host) => {
    for (const path of ['/api/v1/extensions', '/healthz', '/nothing']) {
      expect(await statusWith(path, { host })).toBe(421);
    }
  },
);

test('a page of another origin may read, but not write', async () => {
  const headers = { origin: 'https://evil.example' };
  const read = await api.send('/extensions', { headers });
  expect(read.status).toBe(200);
  expect(read.headers.get('access-control-allow-origin')).toBe('*');
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const write = await api.send('/extensions', { method, headers });
    expect(write).toMatchObject({ status: 403, body: { code: 'origin-forbidden' } });
    expect(write.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('writes carry no CORS header, not even from a page of the registry', async () => {
  const headers = { origin: 'http://127.0.0.1:4400' };
  const path = '/extensions/tide-table/versions/9.9.9';
  const write = await api.send(path, { method: 'DELETE', headers, token: api.tokens.tide });
  expect(write).toMatchObject({ status: 404, body: { code: 'version-unknown' } });
  expect(write.headers.get('access-control-allow-origin')).toBeNull();
});

test('a preflight allows reads alone, and no credentials', async () => {
  const headers = {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  const answer = await api.send('/extensions', { method: 'OPTIONS', headers });
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
});

test('every answer says that its type is not to be guessed', async () => {
  for (const path of ['/extensions', '//healthz', '//openapi.json', '/extensions/tide-table']) {
    expect((await api.send(path)).headers.get('x-content-type-options')).toBe('nosniff');
  }
});

/** Fetch sets the host by itself. */
function statusWith(path: string, headers: { host: string }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(new URL(path, api.origin), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}
