import { symlink } from 'node:fs/promises';
import { runProcess } from '@orchestra/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { never, coded, openServices } from '../../../test/open-services.ts';

type Opened = Awaited<ReturnType<typeof openServices>>;

let opened: Opened;
let top: Opened['top'];
let services: Opened['services'];
let told: Opened['told'];
let person: Opened['person'];

beforeEach(async () => {
  opened = await openServices();
  ({ top, services, told, person } = opened);
});
afterEach(() => opened[Symbol.asyncDispose]());

test('exec runs a program after asking, in the workspace, with a small environment', async () => {
  const { exec } = services.system;
  const script = 'pwd; echo "$1"; echo "$SECRET_TOKEN-$GIVEN"; cat; echo oops >&2; exit 3';
  const ended = await exec(
    'sh',
    ['-c', script, 'sh', '$(date)'],
    { cwd: 'sub', env: { GIVEN: 'g' }, input: 'in' },
    never,
  );
  expect(ended).toEqual({
    exitCode: 3,
    stdout: `${top.join('work/sub')}\n$(date)\n-g\nin`,
    stderr: 'oops\n',
  });
  expect(told.asked).toEqual([
    {
      command: 'sh',
      args: ['-c', script, 'sh', '$(date)'],
      cwd: top.join('work/sub'),
      env: { GIVEN: 'g' },
    },
  ]);
});

test('exec refuses what a person refuses, and folders outside', async () => {
  await symlink(top.join('outside'), top.join('work/out'));
  const { exec } = services.system;
  for (const cwd of ['..', 'out', top.join('extension'), '/']) {
    await expect(exec('pwd', [], { cwd }, never)).rejects.toThrowError(coded('outside-workspace'));
  }
  await expect(exec('pwd', [], { cwd: 'a.txt' }, never)).rejects.toThrowError(
    coded('not-a-directory'),
  );
  expect(told.asked).toEqual([]);
  await expect(exec('no-such-program', [], {}, never)).rejects.toThrowError(coded('not-found'));
  person.allows = false;
  await expect(exec('touch', ['made'], {}, never)).rejects.toThrowError(coded('refused-by-person'));
  expect(await services.fs.exists('made')).toBe(false);
});

test('exec ends a program and all that it started: at its time, when aborted, and with too much output', async () => {
  const { exec } = services.system;
  const stubborn = 'trap "" TERM; sleep 1000 & echo $! > pid; wait; sleep 1000';
  await expect(exec('sh', ['-c', stubborn], { timeout: 300 }, never)).rejects.toThrowError(
    coded('timeout', '300 ms'),
  );
  const pid = Number(new TextDecoder().decode(await services.fs.readFile('pid')));
  await expect.poll(() => isRunning(pid)).toBe(false);
  const stop = new AbortController();
  const running = exec('sleep', ['1000'], {}, stop.signal);
  await expect.poll(() => told.asked.length).toBe(2);
  stop.abort();
  await expect(running).rejects.toThrowError(coded('aborted'));
  await expect(exec('cat', ['/dev/zero'], {}, never)).rejects.toThrowError(
    coded('too-large', '3.8 MiB'),
  );
});

async function isRunning(pid: number): Promise<boolean> {
  const { stdout } = await runProcess(['ps', '-o', 'stat=', '-p', String(pid)]);
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

test('a terminal is a shell that does what is typed, and tells how it ended', async () => {
  const { terminal } = services;
  const ended = Promise.withResolvers<number | undefined>();
  expect(
    await terminal.create(7, { name: 'Tide', cwd: 'sub', env: { GIVEN: 'g' } }, ended.resolve),
  ).toEqual({ name: 'Tide' });
  expect(told.asked).toEqual([
    { command: '/bin/sh', args: [], cwd: top.join('work/sub'), env: { GIVEN: 'g' } },
  ]);
  await terminal.sendText(7, 'echo $GI', { execute: false });
  await terminal.sendText(7, 'VEN; pwd', { execute: true });
  await expect.poll(() => told.printed).toBe(`g\n${top.join('work/sub')}\n`);
  await terminal.sendText(7, 'exit 4', { execute: true });
  expect(await ended.promise).toBe(4);
  await expect(terminal.sendText(7, 'x', { execute: true })).rejects.toThrowError(
    coded('not-found'),
  );
  const killed = Promise.withResolvers<number | undefined>();
  await terminal.create(8, {}, killed.resolve);
  await terminal.dispose(8);
  expect(await killed.promise).toBeUndefined();
  person.allows = false;
  await expect(terminal.create(9, {}, () => {})).rejects.toThrowError(coded('refused-by-person'));
});
