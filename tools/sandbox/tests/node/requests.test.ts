import { createServer, type IncomingMessage, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeNetworkService } from '../../src/services/network/network-service.ts';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

let world: NodeWorld;
let address: string;
/** Where nothing listens. */
let refusing: string;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.url === '/packed') {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/plain' });
      response.end(gzipSync('unpacked'));
    } else if (request.url === '/slow') {
      setTimeout(() => response.end('late'), 60_000).unref();
    } else if (request.url === '/moved') {
      response.writeHead(302, { location: '/' }).end();
    } else if (request.url === '/large') {
      response.end(Buffer.alloc(3_000_000, 'x'));
    } else {
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.setHeader('x-other', 'yes');
      response.end(JSON.stringify(seen(request, body)));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stack.defer(() => void server.close());
  address = addressOf(server);
  const ended = createServer();
  await new Promise<void>((done) => ended.listen(0, '127.0.0.1', done));
  refusing = addressOf(ended);
  await new Promise((done) => ended.close(done));
  const network = makeNetworkService({ allowLocalNetwork: true });
  stack.defer(() => network.close());
  world = stack.use(await openNodeWorld({ services: { network } }));
});
afterAll(() => stack.disposeAsync());

function addressOf(server: Server): string {
  return `http://127.0.0.1:${String(Reflect.get(Object(server.address()), 'port'))}`;
}

function seen({ method, url, headers }: IncomingMessage, body: string) {
  const { authorization, 'x-mine': mine, 'content-type': type } = headers;
  return { method, url, authorization, mine, type, body };
}

const run = (body: string) =>
  world.run(
    body,
    `import http from 'http'; import https from 'https'; import { once } from 'events'; import fs from 'fs';
const read = async (message) => { const parts = []; for await (const part of message) parts.push(part); return Buffer.concat(parts).toString(); };
const address = ${JSON.stringify(address)}; const refusing = ${JSON.stringify(refusing)};`,
  );

test('requests are sent and answered as Node does', async () => {
  expect(
    await run(`
    const message = await new Promise((done) => http.get(address + '/path?q=1', { headers: { 'X-Mine': 'a' }, auth: 'me:secret' }, done));
    const first = JSON.parse(await read(message));
    const request = http.request({ hostname: '127.0.0.1', port: new URL(address).port, path: '/posted', method: 'post', headers: { 'Content-Type': 'text/plain' } });
    request.setHeader('X-Mine', 'b'); request.write('hello '); request.end('there');
    const [posted] = await once(request, 'response');
    return [message.statusCode, message.statusMessage, message.headers['set-cookie'], message.headers['x-other'], message.httpVersion, first, JSON.parse(await read(posted)), message.complete, request.getHeader('x-mine'), message.rawHeaders.includes('x-other')];`),
  ).toEqual([
    200,
    'OK',
    ['a=1', 'b=2'],
    'yes',
    '1.1',
    { method: 'GET', url: '/path?q=1', authorization: 'Basic bWU6c2VjcmV0', mine: 'a', body: '' },
    { method: 'POST', url: '/posted', mine: 'b', type: 'text/plain', body: 'hello there' },
    true,
    'b',
    true,
  ]);
});

test('redirects are told, bodies come unpacked and part by part', async () => {
  expect(
    await run(`
    const get = (path) => new Promise((done, fail) => http.get(address + path, done).on('error', fail));
    const moved = await get('/moved'); moved.resume(); const packed = await get('/packed'); const large = await get('/large'); let length = 0;
    for await (const part of large) length += part.length;
    return [moved.statusCode, moved.headers.location, await read(packed), packed.headers['content-encoding'] ?? 'none', length];`),
  ).toEqual([302, '/', 'unpacked', 'none', 3_000_000]);
});

test('what fails, is given up or takes too long is told', async () => {
  expect(
    await run(`
    const failed = (make) => new Promise((done) => make().on('error', (error) => done(error.code)));
    const controller = new AbortController(); setTimeout(() => controller.abort(), 50);
    return [await failed(() => http.get(refusing)), await failed(() => http.get(address + '/slow', { signal: controller.signal })),
      await failed(() => { const request = http.get(address + '/slow', { timeout: 30 }); return request.on('timeout', () => request.destroy(Object.assign(new Error('late'), { code: 'late' }))); }),
      await failed(() => { const request = http.get(address + '/slow'); return request.once('socket', () => request.destroy(Object.assign(new Error(), { code: 'socket' }))); }),
      await failed(() => { const request = http.get(address + '/slow'); setTimeout(() => request.abort(), 20); return request; })];`),
  ).toEqual(['ECONNREFUSED', 'ABORT_ERR', 'late', 'socket', 'ECONNRESET']);
});

test('what is wrong is thrown at once, and what is not offered says so', async () => {
  expect(
    await run(`
    const tried = (run) => { try { run(); } catch (error) { return error.code; } };
    return [tried(() => http.get('https://a.example')), tried(() => http.get('nothing')), tried(() => http.request({ path: '/ a' })), tried(() => http.request({ headers: { 'a b': '1' } })),
      tried(() => http.request({ method: 'A B' })), tried(() => http.request({ socketPath: '/var/run/docker.sock' })), tried(() => http.request({ agent: Object.assign(new http.Agent(), { addRequest() {} }) })), tried(() => http.createServer()), http.STATUS_CODES[404], http.METHODS.includes('GET'), new https.Agent({ keepAlive: true }).keepAlive];`),
  ).toEqual([
    'ERR_INVALID_PROTOCOL',
    'ERR_INVALID_URL',
    'ERR_UNESCAPED_CHARACTERS',
    'ERR_INVALID_HTTP_TOKEN',
    'ERR_INVALID_HTTP_TOKEN',
    'not-supported',
    'not-supported',
    'not-supported',
    'Not Found',
    true,
    true,
  ]);
});

test('bodies flow from files and into them', async () => {
  expect(
    await run(`
    await fs.promises.writeFile('sent.txt', 'x'.repeat(200_000));
    const request = http.request(address + '/posted', { method: 'PUT' });
    const answer = once(request, 'response'); fs.createReadStream('sent.txt').pipe(request);
    const [message] = await answer; const written = fs.createWriteStream('got.json'); message.pipe(written); await once(written, 'finish');
    const { method, body } = JSON.parse(await fs.promises.readFile('got.json', 'utf8'));
    return [method, body.length];`),
  ).toEqual(['PUT', 200_000]);
});

test('who may not use the network is told by an event', async () => {
  await using lonely = await openNodeWorld({ permissions: [] });
  expect(
    await lonely.run(
      `return await new Promise((done) => https.get('https://tide.example/').on('error', (error) => done([error.code, error.message])));`,
      `import https from 'node:https';`,
    ),
  ).toEqual([
    'permission-denied',
    expect.stringMatching(/^https\.get needs the permission "network"/),
  ]);
});

test('libraries know the process as that of Node', async () => {
  expect(
    await run(
      `return [Object.prototype.toString.call(process), Object.keys(process).includes('env')];`,
    ),
  ).toEqual(['[object process]', true]);
});

test('what would be sent otherwise than it looks is refused, and what is too much is told', async () => {
  const told = await run(`
    const tried = (run) => { try { run(); } catch (error) { return error.code ?? error.name; } };
    const trap = { get method() { throw new SyntaxError('trap'); } };
    const refused = [
      { headers: { 'X-Mine': 'a\\r\\nEvil: 1' } }, { headers: [['X-Mine', 'a\\0']] }, { method: 'GET / HTTP/1.1\\r\\nEvil: 1' }, { path: '/a\\r\\nEvil: 1' },
      { hostname: '127.0.0.1/other' }, { host: 'me@127.0.0.1' }, { hostname: '127.0.0.1#' }, { headers: trap }, trap,
    ].map((options) => tried(() => http.request(options)));
    const large = http.request(address + '/posted', { method: 'PUT' }); const failed = once(large, 'error'); large.end(Buffer.alloc(9 * 1024 * 1024));
    const [{ code }] = await failed;
    const answers = await Promise.all(Array.from({ length: 300 }, (_, at) => new Promise((done, fail) => http.get(address + '/' + at, async (message) => done(JSON.parse(await read(message)).url)).on('error', fail))));
    return [refused, code, answers.every((url, at) => url === '/' + at)];`);
  expect(told).toEqual([
    [
      'ERR_INVALID_CHAR',
      'ERR_INVALID_CHAR',
      'ERR_INVALID_HTTP_TOKEN',
      'ERR_UNESCAPED_CHARACTERS',
      'ERR_INVALID_URL',
      'ERR_INVALID_URL',
      'ERR_INVALID_URL',
      'SyntaxError',
      'SyntaxError',
    ],
    'too-large',
    true,
  ]);
});
