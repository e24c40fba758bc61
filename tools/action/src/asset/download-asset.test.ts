import { sha256Hex } from '@orchestra/core/node';
import { makeFolder } from '@orchestra/testkit';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { downloadAsset } from './download-asset.ts';

const bytes = Buffer.from('a package');

test('downloadAsset() hashes what comes, and shows the token to the API alone', async () => {
  const seen: (string | undefined)[] = [];
  await using files = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end(bytes);
  });
  await using api = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(302, { location: `${files.url}/a` }).end();
  });
  expect(await download(api.url, { others: [files.url] })).toEqual({ sha256: sha256Hex(bytes) });
  expect(seen).toEqual(['Bearer t', undefined]);
});

test('downloadAsset() shows the token to no other page of the server of the API', async () => {
  const seen: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/api-files/a') response.end(bytes);
    else response.writeHead(302, { location: '/api-files/a' }).end();
  });
  await download(server.url);
  expect(seen).toEqual(['Bearer t', undefined]);
});

test.each([
  'http://169.254.169.254/latest/',
  'http://metadata.google.internal/',
  'http://localhost:1/',
  'http://[::1]/',
  'file:///etc/passwd',
  'http://',
])('downloadAsset() that is sent on to %s asks nobody there', async (location) => {
  await using api = await serve((_request, response) => {
    response.writeHead(302, { location }).end();
  });
  await expect(download(api.url)).rejects.toMatchObject({ code: 'source-unusable' });
});

test('downloadAsset() follows no circle', async () => {
  await using api = await serve((request, response) => {
    response.writeHead(302, { location: request.url ?? '' }).end();
  });
  await expect(download(api.url)).rejects.toMatchObject({ code: 'source-unusable' });
});

test.each<[string, RequestListener, string, number?]>([
  [
    'an endless answer',
    (_request, response) => {
      const more = () => void (response.write(Buffer.alloc(65_536)) && setImmediate(more));
      response.on('drain', more);
      more();
    },
    'source-unusable',
  ],
  [
    'an answer that never ends',
    (_request, response) => response.write('a'),
    'github-unreachable',
    1000,
  ],
  [
    'an answer that is cut',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '9' });
      response.write('a', () => response.destroy());
    },
    'github-unreachable',
  ],
  ['a server that fails', (_request, response) => response.writeHead(503).end(), 'github-failed'],
  ['a limit', (_request, response) => response.writeHead(429).end(), 'rate-limited'],
])('downloadAsset() of %s ends', async (_case, answer, code, downloadMs = 60_000) => {
  await using api = await serve(answer);
  await expect(download(api.url, { downloadMs })).rejects.toMatchObject({ code });
});

test('downloadAsset() of what is gone says so', async () => {
  await using api = await serve((_request, response) => response.writeHead(404).end());
  expect(await download(api.url)).toBe('gone');
});

async function download(
  url: string,
  { others = [], downloadMs = 60_000 }: { others?: string[]; downloadMs?: number } = {},
) {
  await using folder = await makeFolder();
  const repository = { owner: 'tidewater', repo: 'tides' };
  const wanted = { repository, id: 1, size: bytes.length, file: folder.join('package.tar.gz') };
  const hosts = { api: `${url}/api`, server: url, others };
  return await downloadAsset(wanted, { fetch, hosts, token: 't', downloadMs });
}

async function serve(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
