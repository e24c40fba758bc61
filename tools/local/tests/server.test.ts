import {
  cliIn,
  extensionFiles,
  makeFolder,
  runProcess,
  type TemporaryFolder,
  writeFiles,
} from '@orchestra/testkit';
import { soak, soakOf } from '@orchestra/testkit/soak';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { makeData } from './make-data.ts';
import { type FailedStart, serve, serveAgain, startServer } from './serve.ts';

const registryBin = fileURLToPath(new URL('../../operator/src/bin.ts', import.meta.url));
const samples = ['--no-samples'];

async function failedStart(data: string, args: readonly string[] = []): Promise<FailedStart> {
  try {
    await using server = await serve(data, { args });
    throw new Error(`Started at ${server.url}`);
  } catch (error) {
    if (error instanceof Error) throw error;
    return error as FailedStart;
  }
}

// one registry, from its first start to its last: the tests follow each other
describe('a registry', () => {
  let folder: TemporaryFolder;
  let data: string;
  let token: string;
  /** Where the first server was: the next ones are there as well, and keep its site. */
  let address: string;
  let running: Awaited<ReturnType<typeof startAgain>> | undefined;

  beforeAll(async () => {
    folder = await makeData(inject('embedded'));
    data = folder.join('data');
  });
  afterAll(async () => {
    await running?.kill();
    await folder[Symbol.asyncDispose]();
  });

  async function publishTo(url: string, name: string) {
    await writeFiles(folder.join(name), extensionFiles({ name, version: '1.0.0' }));
    const args = ['publish', '-C', folder.join(name), '--json'];
    return cliIn(folder.join('home'), { url })(args, { env: { ORCHESTRA_TOKEN: token } });
  }

  test('takes a publish, and stops when it is told to', async () => {
    await using first = await serve(data, { args: samples });
    address = first.url;
    token = await readFile(first.tokenFile, 'utf8');
    expect((await publishTo(first.url, 'tide')).exitCode).toBe(0);
    expect(await first.end('SIGINT')).toBe(0);
    expect(first.output()).toMatch(/Stopping/);
  });

  /** Starts it where nobody reads its output; at any port where another program has its own by now. */
  async function startAgain(
    port = new URL(address).port,
  ): Promise<{ origin: string; kill(): Promise<void> }> {
    const child = startServer(data, [...samples, '--port', port]);
    child.stdout.destroy();
    child.stderr.destroy();
    const ended = once(child, 'close');
    const ready = vi.waitFor(
      async () => {
        const told = JSON.parse(await readFile(folder.join('data/server.json'), 'utf8'));
        expect((await fetch(`${told.origin}/healthz`)).status).toBe(200);
        return String(told.origin);
      },
      { timeout: 60_000, interval: 50 },
    );
    const origin = await Promise.race([ready, ended.then(() => null)]);
    if (origin === null && port !== '0') return startAgain('0');
    return {
      origin: origin ?? (await ready),
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  describe('that is started again', () => {
    let origin: string;

    beforeAll(async () => void ({ origin } = running = await startAgain()));

    test('goes on where the first ended, also where nobody reads its output any more', async () => {
      expect(await readFile(folder.join('data/token'), 'utf8')).toBe(token);
      const entry = await (await fetch(`${origin}/index/ti/de/tide.json`)).json();
      expect(entry).toMatchObject({ name: 'tide', versions: [{ version: '1.0.0' }] });
      await expect
        .poll(async () => (await fetch(`${origin}/extensions/tide/`)).status, { timeout: 60_000 })
        .toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 500)); // past the greeting
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    });

    test('tells another one that its data folder is in use, or its port taken', async () => {
      const busy = await failedStart(data);
      expect(busy).toMatchObject({ exitCode: 1 });
      expect(busy.output).toContain(`in use by another registry at ${origin}`);

      const { port } = new URL(origin);
      await using other = await makeFolder();
      const taken = await failedStart(other.join('data'), ['--port', port]);
      expect(taken).toMatchObject({ exitCode: 1 });
      expect(taken.output).toMatch(/is taken by another program[\s\S]*--port/);
      // it is told at once, and not after seconds in which index and database are made
      expect(await readdir(other.join('data'))).toEqual(['server.json']);
    });
  });

  const killed = 'that is killed in the middle of publishes still verifies';
  test.each(Array.from({ length: soak(1) }, (_, nth) => nth))(
    killed,
    { tags: ['soak'] },
    async (nth) => {
      const names = soakOf([...'abcdef'], 4).map((letter) => `tide-${letter}-clock-${nth}`);
      const first = running ?? (await startAgain());
      running = undefined;
      const publishing = names.map((name) => publishTo(first.origin, name));
      await Promise.race(publishing); // at least one was answered
      await first.kill();
      await Promise.all(publishing);
      await writeFiles(data, { 'uploads/half-an-upload.tar.gz': 'half' });

      await using second = await serveAgain(data, { url: address, args: samples });
      expect(await readdir(folder.join('data/uploads'))).toEqual([]);
      for (const name of names) expect((await publishTo(second.url, name)).exitCode).toBe(0);
      const verify = [process.execPath, registryBin, 'verify', '--data', data, '--json'];
      const verified = await runProcess(verify);
      expect(verified).toMatchObject({ exitCode: 0 });
      const entries = 1 + names.length * (nth + 1);
      expect(JSON.parse(verified.stdout)).toMatchObject({ entries, findings: [] });
    },
  );
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
