import { request, type RequestOptions } from 'node:http';
import { expect, test } from 'vitest';
import { siteStarted } from './site-world.ts';

const { url } = await siteStarted();

/** Asks for a path to the letter, as no client that means well would. */
function statusOf(options: RequestOptions): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, ...options }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
}

test('what is served is immutable, typed and never a page that runs', async () => {
  const index = await (await fetch(`${url}/index/ha/rb/harbor-lights.json`)).text();
  const { version, docs } = JSON.parse(index).versions[0];
  const icon = Object.keys(docs).find((path) => path.startsWith('icon.'));
  for (const [path, type] of [
    [`/packages/harbor-lights/harbor-lights-${version}.tar.gz`, 'application/gzip'],
    [`/docs-files/harbor-lights/${version}/readme.md`, 'text/markdown; charset=utf-8'],
    [`/docs-files/harbor-lights/${version}/${icon ?? ''}`, 'image/png'],
  ]) {
    const response = await fetch(url + (path ?? ''));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  }
  const config = await (await fetch(`${url}/config.json`)).json();
  expect(config).toMatchObject({ format: 1, site: url, publish: { via: 'api' } });
});

test('a path that leads out of the served folders gives nothing away', async () => {
  for (const path of [
    '/packages/../users.json',
    '/packages/%2e%2e/%2e%2e/users.json',
    '/docs-files/..%2f..%2fusers.json',
    '/index/../config.json',
    '/index/ha/rb/..%2f..%2fharbor-lights.json',
    '/..%2ftoken',
    '/%2e%2e/token',
    '/packages/harbor-lights/',
  ]) {
    expect({ path, status: await statusOf({ path }) }).toEqual({
      path,
      status: expect.toBeOneOf([400, 403, 404]),
    });
  }
});

test.each(['/nowhere/', '/..%2ftoken', '/extensions//nowhere/'])(
  'a browser that asks for %s is shown that nothing is there',
  async (path) => {
    const answer = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is nothing at this address');
  },
);

test('a request for another host and a write from another page are refused', async () => {
  const foreign = await statusOf({ headers: { host: 'evil.example' } });
  expect(foreign).toBe(421);
  const write = await fetch(`${url}/api/v1/extensions`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  expect(write.status).toBe(403);
});
