import { cliIn, extensionFiles, makeFolder, runProcess, writeFiles } from '@orchestra/testkit';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, request, type RequestOptions } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type FailedStart, serve, startServer } from './serve.ts';

const registryBin = fileURLToPath(new URL('../../registry/src/bin.ts', import.meta.url));

async function failedStart(data: string, args: readonly string[] = []): Promise<FailedStart> {
  try {
    await using server = await serve(data, { args });
    throw new Error(`Started at ${server.url}`);
  } catch (error) {
    if (error instanceof Error) throw error;
    return error as FailedStart;
  }
}

/** Asks for a path to the letter, as no client that means well would. */
function statusOf(url: string, options: RequestOptions): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, ...options }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
}

test('a second start on the same data goes on where the first ended', async () => {
  await using folder = await makeFolder();
  const first = await serve(folder.join('data'));
  const home = folder.join('home');
  const token = await readFile(first.tokenFile, 'utf8');
  await writeFiles(folder.join('tide'), extensionFiles({ name: 'tide', version: '1.0.0' }));
  const publish = ['publish', '-C', folder.join('tide'), '--json'];
  const env = { ORCHESTRA_TOKEN: token };
  expect((await cliIn(home, first)(publish, { env })).exitCode).toBe(0);
  expect(await first.end('SIGINT')).toBe(0);
  expect(first.output()).toMatch(/Stopping/);

  await using second = await serve(folder.join('data'));
  expect(await readFile(second.tokenFile, 'utf8')).toBe(token);
  const entry = await (await fetch(`${second.url}/index/ti/de/tide.json`)).json();
  expect(entry).toMatchObject({ name: 'tide', versions: [{ version: '1.0.0' }] });
  expect((await fetch(`${second.url}/extensions/tide/`)).status).toBe(200);
  const seeded = await fetch(`${second.url}/api/v1/extensions/line-ledger/versions`);
  expect(JSON.parse(await seeded.text()).data).toHaveLength(3);
});

test('a data folder in use and a port that is taken are told as such', async () => {
  await using folder = await makeFolder();
  await using server = await serve(folder.join('data'), { args: ['--no-samples'] });
  const busy = await failedStart(folder.join('data'));
  expect(busy).toMatchObject({ exitCode: 1 });
  expect(busy.output).toContain(`in use by another registry at ${server.url}`);

  const port = new URL(server.url).port;
  const taken = await failedStart(folder.join('other'), ['--port', port]);
  expect(taken).toMatchObject({ exitCode: 1 });
  expect(taken.output).toMatch(/is taken by another program[\s\S]*--port/);
});

test('a server that is killed in the middle of publishes leaves a registry that verifies', async () => {
  await using folder = await makeFolder();
  const data = folder.join('data');
  const names = Array.from({ length: 6 }, (_, nth) => `tide-${'abcdef'[nth] ?? ''}-clock`);
  for (const name of names) {
    await writeFiles(folder.join(name), extensionFiles({ name, version: '1.0.0' }));
  }
  const first = await serve(data, { args: ['--no-samples'] });
  const env = { ORCHESTRA_TOKEN: await readFile(first.tokenFile, 'utf8') };
  const publishTo = (server: { url: string }, name: string) =>
    cliIn(folder.join('home'), server)(['publish', '-C', folder.join(name), '--json'], { env });
  const publishing = names.map((name) => publishTo(first, name));
  await Promise.race(publishing); // at least one was answered
  await first.end('SIGKILL');
  await Promise.all(publishing);
  await writeFiles(data, { 'uploads/half-an-upload.tar.gz': 'half' });

  await using second = await serve(data, { args: ['--no-samples'] });
  expect(await readdir(folder.join('data/uploads'))).toEqual([]);
  for (const name of names) expect((await publishTo(second, name)).exitCode).toBe(0);
  const verified = await runProcess([
    process.execPath,
    registryBin,
    'verify',
    '--data',
    data,
    '--json',
  ]);
  expect(verified).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(verified.stdout)).toMatchObject({ entries: names.length, findings: [] });
});

test('a reader of its output that leaves early does not end it', async () => {
  await using folder = await makeFolder();
  const child = startServer(folder.join('data'), ['--no-samples']);
  child.stdout.destroy();
  child.stderr.destroy();
  try {
    const told = () => readFile(folder.join('data/server.json'), 'utf8').catch(() => '');
    await expect.poll(told).toMatch(/"origin":"http/);
    await expect
      .poll(() => readFile(folder.join('data/site/index.html'), 'utf8').catch(() => ''))
      .toContain('</html>');
    const { origin } = JSON.parse(await told());
    await new Promise((resolve) => setTimeout(resolve, 500)); // past the greeting
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  } finally {
    child.kill();
  }
});

test('what is served is immutable, typed and never a page that runs', async () => {
  await using folder = await makeFolder();
  await using server = await serve(folder.join('data'));
  const index = await (await fetch(`${server.url}/index/ha/rb/harbor-lights.json`)).text();
  const { version, docs } = JSON.parse(index).versions[0];
  const icon = Object.keys(docs).find((path) => path.startsWith('icon.'));
  for (const [path, type] of [
    [`/packages/harbor-lights/harbor-lights-${version}.tar.gz`, 'application/gzip'],
    [`/docs-files/harbor-lights/${version}/readme.md`, 'text/markdown; charset=utf-8'],
    [`/docs-files/harbor-lights/${version}/${icon ?? ''}`, 'image/png'],
  ]) {
    const response = await fetch(server.url + (path ?? ''));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  }
  const config = await (await fetch(`${server.url}/config.json`)).json();
  expect(config).toMatchObject({ format: 1, site: server.url, publish: { via: 'api' } });
});

test('a path that leads out of the served folders gives nothing away', async () => {
  await using folder = await makeFolder();
  await using server = await serve(folder.join('data'), { args: ['--no-samples'] });
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
    expect({ path, status: await statusOf(server.url, { path }) }).toEqual({
      path,
      status: expect.toBeOneOf([400, 403, 404]),
    });
  }
});

test('a request for another host and a write from another page are refused', async () => {
  await using folder = await makeFolder();
  await using server = await serve(folder.join('data'), { args: ['--no-samples'] });
  const foreign = await statusOf(server.url, { headers: { host: 'evil.example' } });
  expect(foreign).toBe(421);
  const write = await fetch(`${server.url}/api/v1/extensions`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  expect(write.status).toBe(403);
});

test('a port that another kind of program has is told as such', async () => {
  await using folder = await makeFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const failed = await failedStart(folder.join('data'), ['--port', port]);
  other.close();
  expect(failed.output).toMatch(/Port \d+ is taken/);
});
