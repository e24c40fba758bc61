import { makeFolder, startServer } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { makeCommandContext } from '../../test/make-context.ts';
import { fetchCached } from './fetch-cached.ts';

test.each([404, 410])('fetchCached() takes %i for absence', async (status) => {
  await using home = await makeFolder();
  await using server = await startServer((_request, response) =>
    response.writeHead(status).end('x'),
  );
  const context = makeCommandContext({ home: home.path });
  expect(await fetchCached(`${server.url}/tide.json`, context)).toBeNull();
});

test.each([401, 403, 429, 500, 503])('fetchCached() never takes %i for absence', async (status) => {
  await using home = await makeFolder();
  await using server = await startServer((_request, response) =>
    response.writeHead(status).end('x'),
  );
  const context = makeCommandContext({ home: home.path });
  await expect(fetchCached(`${server.url}/tide.json`, context)).rejects.toMatchObject({
    code: 'registry-failed',
  });
});

test('fetchCached() asks again by ETag alone, and believes no 304 without one', async () => {
  await using home = await makeFolder();
  await using server = await startServer(({ headers }, response) => {
    if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end('tide');
  });
  const context = makeCommandContext({ home: home.path });
  const url = `${server.url}/tide.json`;
  expect(await fetchCached(url, context)).toBe('tide');
  await expect
    .poll(async () => {
      const text = await fetchCached(url, context);
      return [text, server.requests.at(-1)?.headers['if-none-match']];
    })
    .toEqual(['tide', '"1"']);
  await using other = await startServer((_request, response) => response.writeHead(304).end());
  await expect(fetchCached(`${other.url}/tide.json`, context)).rejects.toMatchObject({
    code: 'registry-failed',
  });
});
