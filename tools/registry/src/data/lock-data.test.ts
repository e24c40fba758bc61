import { makeFolder, runProcess } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findServer, lockData } from './lock-data.ts';

test('lockData() refuses a folder that another process serves, and says where', async () => {
  await using folder = await makeFolder();
  await using held = await lockData(folder.path);
  await held.tell('http://127.0.0.1:4400');
  const refusal = await lockData(folder.path).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'busy' });
  expect(String(refusal)).toContain('http://127.0.0.1:4400');
});

test('lockData() takes a folder again once it was released', async () => {
  await using folder = await makeFolder();
  const held = await lockData(folder.path);
  await held[Symbol.asyncDispose]();
  await using again = await lockData(folder.path);
  expect(again).toBeDefined();
});

test('lockData() makes a folder that nobody else may look into', async () => {
  await using folder = await makeFolder();
  await using _held = await lockData(folder.join('data'));
  expect((await stat(folder.join('data'))).mode & 0o777).toBe(0o700);
});

test('findServer() finds a registry from when it says where it is until it ends', async () => {
  await using folder = await makeFolder();
  const found = () => findServer(folder.path);
  expect(await found()).toBeNull();
  const held = await lockData(folder.path);
  expect(await found()).toBeNull();
  await held.tell('http://127.0.0.1:4400');
  expect(await found()).toBe('http://127.0.0.1:4400');
  await held[Symbol.asyncDispose]();
  expect(await found()).toBeNull();
});

/** A program that takes a data folder and is killed. */
function killedHolder(directory: string): string {
  return `
    import { lockData } from ${JSON.stringify(new URL('./lock-data.ts', import.meta.url).href)};
    await lockData(${JSON.stringify(directory)});
    process.kill(process.pid, 'SIGKILL');`;
}

test('lockData() takes over at once from a process that was killed', async () => {
  await using folder = await makeFolder();
  const holder = killedHolder(folder.path);
  const killed = await runProcess([process.execPath, '--input-type=module', '-e', holder]);
  expect(killed.signal).toBe('SIGKILL');
  await using taken = await lockData(folder.path);
  expect(taken).toBeDefined();
});

test('lockData() takes over from a killed process whose parent never asks how it ended', async () => {
  await using folder = await makeFolder({ 'holder.mjs': '' });
  await writeFile(folder.join('holder.mjs'), killedHolder(folder.join('data')));
  const script = '"$0" "$1" & exec sleep 60';
  const parent = spawn('sh', ['-c', script, process.execPath, folder.join('holder.mjs')]);
  try {
    const told = () => readFile(folder.join('data/server.json'), 'utf8').catch(() => '');
    await expect.poll(told).toMatch(/pid/);
    await expect
      .poll(
        async () => {
          await using taken = await lockData(folder.join('data'));
          return taken;
        },
        { timeout: 8000 }, // a lock that nobody renews is given up after ten seconds anyway
      )
      .toBeDefined();
  } finally {
    parent.kill();
  }
});

test('lockData() says which folder can not be written', async () => {
  await using folder = await makeFolder({ file: 'in the way' });
  await expect(lockData(folder.join('file', 'data'))).rejects.toMatchObject({
    code: 'file-unwritable',
  });
});
