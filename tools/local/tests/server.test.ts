import { cliIn, extensionFiles, runProcess, writeFiles } from '@orchestra/testkit';
import { soak } from '@orchestra/testkit/soak';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeData } from './make-data.ts';
import { type FailedStart, serve, startServer } from './serve.ts';

const registryBin = fileURLToPath(new URL('../../operator/src/bin.ts', import.meta.url));

async function failedStart(data: string, args: readonly string[] = []): Promise<FailedStart> {
  try {
    await using server = await serve(data, { args });
    throw new Error(`Started at ${server.url}`);
  } catch (error) {
    if (error instanceof Error) throw error;
    return error as FailedStart;
  }
}

test('a second start on the same data goes on where the first ended', async () => {
  await using folder = await makeData();
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

const killed = 'a server that is killed in the middle of publishes leaves a registry that verifies';
test.each(Array.from({ length: soak(1) }))(killed, { tags: ['soak'] }, async () => {
  await using folder = await makeData();
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

describe('a server that runs', () => {
  const stack = new AsyncDisposableStack();
  let data: string;
  let origin: string;

  beforeAll(async () => {
    const folder = stack.use(await makeData());
    data = folder.join('data');
    const child = startServer(data, ['--no-samples']);
    stack.defer(async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'close');
    });
    child.stdout.destroy();
    child.stderr.destroy();
    const holder = folder.join('data/server.json');
    origin = await vi.waitFor(
      async () => {
        const told = JSON.parse(await readFile(holder, 'utf8'));
        expect(told.origin).toMatch(/^http/);
        return told.origin;
      },
      { timeout: 60_000, interval: 50 },
    );
  });
  afterAll(() => stack.disposeAsync());

  test('a reader of its output that leaves early does not end it', async () => {
    await expect
      .poll(() => readFile(join(data, 'site/index.html'), 'utf8').catch(() => ''))
      .toContain('</html>');
    await new Promise((resolve) => setTimeout(resolve, 500)); // past the greeting
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  test('a data folder in use and a port that is taken are told as such', async () => {
    const busy = await failedStart(data);
    expect(busy).toMatchObject({ exitCode: 1 });
    expect(busy.output).toContain(`in use by another registry at ${origin}`);

    const { port } = new URL(origin);
    await using other = await makeData();
    const taken = await failedStart(other.join('data'), ['--port', port]);
    expect(taken).toMatchObject({ exitCode: 1 });
    expect(taken.output).toMatch(/is taken by another program[\s\S]*--port/);
  });
});

test('a port that another kind of program has is told as such', async () => {
  await using folder = await makeData();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const failed = await failedStart(folder.join('data'), ['--port', port]);
  other.close();
  expect(failed.output).toMatch(/Port \d+ is taken/);
});
