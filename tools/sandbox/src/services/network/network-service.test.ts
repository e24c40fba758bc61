import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../services.ts';
import { isPublicAddress } from './is-public-address.ts';
import { makeNetworkService, maxResponseBytes } from './network-service.ts';
import type { NetworkSettings } from './open-dispatcher.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    server,
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

function open(settings: Partial<NetworkSettings> = {}) {
  const service = makeNetworkService({ allowLocalNetwork: false, ...settings });
  return { ...service, [Symbol.asyncDispose]: () => service.close() };
}

const get = (url: string, more: Partial<WireRequest> = {}): WireRequest => ({
  url,
  method: 'GET',
  headers: [],
  redirect: 'follow',
  ...more,
});
const never = new AbortController().signal;

async function bodyOf({ body }: { body: AsyncIterable<Uint8Array> }): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

const coded = (code: string) => expect.objectContaining({ code });

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.0.1',
  '198.18.0.1',
  '240.0.0.1',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd00::1',
  'fec0::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::10.0.0.1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  '::127.0.0.1',
  'localhost',
  '',
  'fe80::1%lo',
])('isPublicAddress() says no of %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '2606:4700:4700::1111',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
])('isPublicAddress() says yes of %s', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('fetch reaches nothing of this machine, however it is written', async () => {
  const asked: string[] = [];
  await using site = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end('local');
  });
  await using network = open();
  const hosts = [
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f.1',
    '2130706433',
    '0177.0.0.1',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '127.0.0.1.',
    'LOCALHOST',
  ];
  for (const host of hosts) {
    const refused = network.fetch(get(`http://${host}:${site.port}/`), never);
    await expect(refused, host).rejects.toThrowError(coded('local-address'));
  }
  expect(asked).toEqual([]);
});

test('fetch judges the address that a name has now, and connects to no other', async () => {
  await using site = await serve((_request, response) => void response.end('local'));
  const answers = [
    [{ address: '127.0.0.1', family: 4 }],
    [
      { address: '10.0.0.1', family: 4 },
      { address: 'fd00::1', family: 6 },
    ],
    [],
  ];
  const asked: string[] = [];
  await using network = open({
    lookup: (name) => {
      asked.push(name);
      return Promise.resolve(answers.shift() ?? []);
    },
  });
  const url = `http://rebound.example:${site.port}/`;
  await expect(network.fetch(get(url), never)).rejects.toThrowError(coded('local-address'));
  await expect(network.fetch(get(url), never)).rejects.toThrowError(coded('local-address'));
  await expect(network.fetch(get(url), never)).rejects.toThrowError(coded('network-failed'));
  expect(asked).toEqual(['rebound.example', 'rebound.example', 'rebound.example']);
});

test('fetch answers with status, headers and body, unpacked', async () => {
  await using site = await serve(async (request, response) => {
    let sent = '';
    for await (const part of request) sent += String(part);
    response.writeHead(201, 'Made', { 'content-type': 'text/plain', 'content-encoding': 'gzip' });
    response.end(gzipSync(`${request.method} ${sent}`));
  });
  await using network = open({ allowLocalNetwork: true });
  const body = new TextEncoder().encode('tide');
  const response = await network.fetch(get(`${site.url}/a`, { method: 'POST', body }), never);
  expect(response).toMatchObject({
    status: 201,
    statusText: 'Made',
    redirected: false,
    url: `${site.url}/a`,
  });
  expect(response.headers).toContainEqual(['content-type', 'text/plain']);
  expect(await bodyOf(response)).toBe('POST tide');
});

test('fetch leaves out headers that belong to the connection', async () => {
  await using site = await serve(
    (request, response) => void response.end(JSON.stringify(request.headers)),
  );
  await using network = open({ allowLocalNetwork: true });
  const headers: [string, string][] = [
    ['Host', 'elsewhere.example'],
    ['Content-Length', '99'],
    ['Connection', 'upgrade'],
    ['Transfer-Encoding', 'chunked'],
    ['Proxy-Authorization', 'x'],
    ['Sec-Fetch-Site', 'none'],
    ['X-Tide', 'high'],
    ['Cookie', 'a=b'],
  ];
  const response = await network.fetch(get(site.url, { headers }), never);
  const got: unknown = JSON.parse(await bodyOf(response));
  expect(got).toMatchObject({ host: `127.0.0.1:${site.port}`, 'x-tide': 'high', cookie: 'a=b' });
  expect(got).not.toHaveProperty('proxy-authorization');
  expect(got).not.toHaveProperty('content-length');
});

test('fetch follows redirects as it is told, and takes no credentials elsewhere', async () => {
  await using other = await serve(
    (request, response) => void response.end(JSON.stringify(request.headers)),
  );
  await using site = await serve((request, response) => {
    const to =
      request.url === '/away' ? `${other.url}/` : request.url === '/loop' ? '/loop' : '/end';
    if (request.url === '/end') response.end('end');
    else response.writeHead(302, { location: to }).end();
  });
  await using network = open({ allowLocalNetwork: true });
  const headers: [string, string][] = [
    ['Authorization', 'Bearer x'],
    ['Cookie', 'a=b'],
    ['X-Kept', 'y'],
  ];
  const away = await network.fetch(get(`${site.url}/away`, { headers }), never);
  const got = await bodyOf(away);
  expect(away).toMatchObject({ redirected: true, url: `${other.url}/` });
  expect(got).toContain('x-kept');
  expect(got).not.toMatch(/authorization|cookie/i);
  const manual = await network.fetch(get(`${site.url}/start`, { redirect: 'manual' }), never);
  expect(manual).toMatchObject({ status: 302, redirected: false });
  expect(manual.headers).toContainEqual(['location', '/end']);
  await bodyOf(manual);
  await expect(
    network.fetch(get(`${site.url}/start`, { redirect: 'error' }), never),
  ).rejects.toThrowError(coded('network-failed'));
  await expect(network.fetch(get(`${site.url}/loop`), never)).rejects.toThrow(/redirect/);
});

test.each(['file:///etc/passwd', 'ftp://x.example/', 'data:text/plain,x', 'x', 'javascript:1'])(
  'fetch takes no %s',
  async (url) => {
    await using network = open();
    await expect(network.fetch(get(url), never)).rejects.toThrowError(coded('invalid-argument'));
  },
);

test('a body ends at its limit, and with its signal', async () => {
  const piece = Buffer.alloc(1024 * 1024);
  await using site = await serve((request, response) => {
    if (request.url === '/slow') return void response.write('first');
    const pour = () => {
      while (response.write(piece));
      response.once('drain', pour);
    };
    pour();
  });
  await using network = open({ allowLocalNetwork: true });
  const large = await network.fetch(get(`${site.url}/large`), never);
  let length = 0;
  const read = async () => {
    for await (const part of large.body) length += part.length;
  };
  await expect(read()).rejects.toThrowError(coded('too-large'));
  expect(length).toBeLessThanOrEqual(maxResponseBytes);
  const stop = new AbortController();
  const slow = await network.fetch(get(`${site.url}/slow`), stop.signal);
  const reading = bodyOf(slow);
  stop.abort();
  await expect(reading).rejects.toThrowError(coded('aborted'));
});

test('errors say why: a closed port, a name that is not there', async () => {
  const closed = await serve(() => {});
  await closed[Symbol.asyncDispose]();
  await using network = open({ allowLocalNetwork: true });
  await expect(network.fetch(get(closed.url), never)).rejects.toThrow(/ECONNREFUSED/);
  await expect(network.fetch(get('http://none.invalid/'), never)).rejects.toThrowError(
    coded('network-failed'),
  );
});

test('behind a proxy, local names are refused before the proxy is asked', async () => {
  const asked: string[] = [];
  await using proxy = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end('by proxy');
  });
  await using network = open({
    proxy: { http: proxy.url },
    lookup: (name) =>
      name === 'tide.example'
        ? Promise.resolve([{ address: '93.184.215.14', family: 4 }])
        : name === 'inner.example'
          ? Promise.resolve([{ address: '10.0.0.1', family: 4 }])
          : Promise.reject(new Error('no such name')),
  });
  for (const host of ['127.0.0.1', 'inner.example', 'printer.local', '[::1]']) {
    await expect(network.fetch(get(`http://${host}/`), never)).rejects.toThrowError(
      coded('local-address'),
    );
  }
  expect(asked).toEqual([]);
  for (const host of ['tide.example', 'only-the-proxy-knows.example']) {
    expect(await bodyOf(await network.fetch(get(`http://${host}/a`), never))).toBe('by proxy');
  }
  expect(asked).toEqual(['http://tide.example/a', 'http://only-the-proxy-knows.example/a']);
});

/** Answers a WebSocket's handshake, then sends each frame back: short ones, which are all that is sent here. */
async function serveSocket() {
  const site = await serve(() => {});
  site.server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: tide\r\n\r\n`,
    );
    socket.on('data', (frame: Buffer) => {
      const length = (frame[1] ?? 0) & 127;
      const mask = frame.subarray(2, 6);
      const content = frame.subarray(6, 6 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
      socket.write(Buffer.concat([Buffer.from([frame[0] ?? 0, length]), content]));
      if (((frame[0] ?? 0) & 15) === 8) socket.end(); // a close
    });
    socket.on('error', () => {});
  });
  return site;
}

function listen() {
  const told: unknown[] = [];
  const closed = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const events = {
    onOpen: (protocol: string) => void (told.push(['open', protocol]), opened.resolve()),
    onMessage: (data: string | Uint8Array) => void told.push(['message', data]),
    onError: (message: string) => void told.push(['error', message]),
    onClose: (code: number) => void (told.push(['close', code]), closed.resolve()),
  };
  return { told, events, opened: opened.promise, closed: closed.promise };
}

test('a WebSocket sends, receives and closes', async () => {
  await using site = await serveSocket();
  await using network = open({ allowLocalNetwork: true });
  const { told, events, opened, closed } = listen();
  const socket = await network.openSocket(`ws://127.0.0.1:${site.port}/`, ['tide'], events);
  await opened;
  socket.send('high');
  await expect.poll(() => told).toContainEqual(['message', 'high']);
  socket.send(new Uint8Array([1, 2]));
  await expect.poll(() => told).toContainEqual(['message', new Uint8Array([1, 2])]);
  socket.close(4000, 'done');
  await closed;
  expect(told).toEqual([
    ['open', 'tide'],
    ['message', 'high'],
    ['message', new Uint8Array([1, 2])],
    ['close', 4000],
  ]);
});

test('a WebSocket reaches nothing of this machine', async () => {
  await using site = await serveSocket();
  await using network = open();
  const { told, events, closed } = listen();
  await network.openSocket(`ws://127.1:${site.port}/`, [], events);
  await closed;
  expect(told).toEqual([
    ['error', expect.stringContaining('may not reach')],
    ['close', 1006],
  ]);
  await expect(
    network
      .openSocket(`http://127.0.0.1:${site.port}/`, [], events)
      .catch((error: unknown) => error),
  ).resolves.toBeInstanceOf(ServiceError);
});

test('a WebSocket that is not opened says why', async () => {
  const reasonOf = async (url: string) => {
    await using network = open({ allowLocalNetwork: true });
    const { told, events, closed } = listen();
    await network.openSocket(url, [], events);
    await closed;
    expect(told).toEqual([
      ['error', expect.any(String)],
      ['close', 1006],
    ]);
    return JSON.stringify(told[0]);
  };
  const site = await serve((_, response) => response.writeHead(404).end());
  expect(await reasonOf(`ws://127.0.0.1:${site.port}/`)).toMatch(/it answered 404 Not Found/);
  expect(await reasonOf(`wss://127.0.0.1:${site.port}/`)).toMatch(/SSL|wrong version/);
  await site[Symbol.asyncDispose]();
  expect(await reasonOf(`ws://127.0.0.1:${site.port}/`)).toContain('ECONNREFUSED');
});
