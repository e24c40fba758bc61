import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmod, open, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';

import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Confinement, confinements } from './confine/confinements.ts';
import { makeReadableFolder } from './confine/make-readable-folder.ts';
import { makeSyscallProgram } from './confine/make-syscall-program.ts';
import type { AttackTargets } from './confine/programs/attack.ts';
import { refusedSyscalls } from './confine/syscalls.ts';

const madeForX64 = process.arch === 'x64';
if (!madeForX64) {
  process.stderr.write(`NOT TESTED HERE: system calls, which are made for x64 alone\n`);
}

describe.each(confinements)('$name', (confinement) => {
  test('hostile code gains nothing by what it may try first', async () => {
    const syscalls = refusedSyscalls
      .filter(({ allowedByBwrap }) => !(allowedByBwrap && confinement.kind === 'bwrap'))
      .filter(() => madeForX64);
    await using folder = await makeReadableFolder({
      'attack.ts': await readFile(new URL('confine/programs/attack.ts', import.meta.url)),
      'secret.txt': 'the secret',
      'data.txt': 'granted',
      ...Object.fromEntries(
        syscalls.map((call, index) => [`call-${index}.node`, makeSyscallProgram(call)]),
      ),
    });
    const calls = syscalls.map(({ name }, index) => [name, folder.join(`call-${index}.node`)]);
    for (const [, path = ''] of calls) await chmod(path, 0o755);
    await chmod(folder.join('data.txt'), 0o777);
    await using host = await listenAsHost(folder.join('socket'));
    const targets: AttackTargets = {
      files: [
        '/etc/passwd',
        '/etc/hostname',
        '/proc/1/environ',
        '/proc/self/environ',
        folder.join('secret.txt'),
        fileURLToPath(new URL('../package.json', import.meta.url)),
      ],
      readable: [folder.join('data.txt')],
      pids: [process.pid, process.ppid],
      syscalls: Object.fromEntries(calls),
      ...host.targets,
    };
    const script = folder.join('attack.ts');
    const secret = folder.join('secret.txt');
    const { results, exitCode } = await attack(confinement, { targets, script, secret });
    const { 'all files': files, ...tried } = results;
    const given = [
      script,
      process.execPath,
      ...targets.readable,
      ...Object.values(targets.syscalls),
    ];
    expect(strangersOf(files, given)).toEqual(
      confinement.kind === 'bwrap' ? [expect.stringMatching(/bin\/prlimit$/)] : [],
    );
    expect(Object.keys(tried).length).toBeGreaterThan(70);
    expect(Object.entries(tried).filter(gainsAnything(confinement))).toEqual([]);
    expect(exitCode).toBe(0);
    expect(host.seen).toEqual([]);
    expect(await readFile(folder.join('data.txt'), 'utf8')).toBe('granted');
  });
});

/** Runs the attack; its host is given the secret as an open file, as a careless parent might. */
async function attack(
  confinement: Confinement,
  { targets, script, secret }: { targets: AttackTargets; script: string; secret: string },
) {
  await using file = await open(secret);
  const [program = '', ...args] = confinement.command({
    script,
    args: [JSON.stringify(targets)],
    readable: [...targets.readable, ...Object.values(targets.syscalls)],
  });
  const stdio = Array.from(
    { length: 41 },
    (_, index) => (index <= 2 ? 'pipe' : 'ignore') as 'pipe',
  );
  const child = spawn(program, args, { stdio: [...stdio.slice(0, 40), file.fd] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  stdin.end();
  const [output, errors, [exitCode]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(child, 'close'),
  ]);
  if (!output.startsWith('{')) throw new Error(errors);
  const results: Record<string, unknown> = JSON.parse(output);
  return { results, exitCode };
}

/** All that a process of this system listens by, and who came. */
async function listenAsHost(path: string) {
  const seen: string[] = [];
  const abstractSocket = `orchestra-test-${process.pid}-${Math.random()}`;
  const listen = async (where: { port: number } | { path: string }): Promise<Server> => {
    const server = createServer((socket) => seen.push(String(socket.localAddress))).listen(where);
    await once(server, 'listening');
    return server;
  };
  const tcp = await listen({ port: 0 });
  const servers = [tcp, await listen({ path }), await listen({ path: `\0${abstractSocket}` })];
  const udp = createSocket('udp4', (message) => seen.push(String(message))).bind(0);
  await once(udp, 'listening');
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ scopeid }) => (scopeid ?? 0) === 0)
    .map(({ address }) => address);
  const { port } = tcp.address() as AddressInfo;
  return {
    seen,
    targets: { port, udpPort: udp.address().port, addresses, socket: path, abstractSocket },
    async [Symbol.asyncDispose]() {
      for (const server of servers) server.close();
      udp.close();
    },
  };
}

/** The files that aren't given, and no shared libraries. */
function strangersOf(files: unknown, given: readonly string[]): string[] {
  if (!Array.isArray(files)) throw new Error(`no list of files: ${String(files)}`);
  return files.map(String).filter((path) => !given.includes(path) && !/\.so(?:\.\d+)*$/.test(path));
}

const refusals = /^E(?:ACCES|BUSY|INVAL|NOENT|NOTDIR|PERM|ROFS|SRCH|XDEV)$|^ERR_DLOPEN_FAILED$/;
const unreachable = /^E(?:ADDRNOTAVAIL|AFNOSUPPORT|CONNREFUSED|HOSTUNREACH|NETUNREACH|NOENT)$/;

/** What some attempts may come to beside a plain refusal. */
function harmless({ kind }: Confinement): Record<string, readonly unknown[]> {
  const calls = refusedSyscalls.map(({ name, errors }) => [`system call ${name}`, errors] as const);
  return {
    ...Object.fromEntries(calls),
    interfaces: [kind === 'bwrap' ? ['127.0.0.1', '::1'] : []], // a loopback of its own
    environment: [kind === 'bwrap' ? ['PWD'] : []],
    'host name': ['engine'],
    'end the first process': [true, 'EPERM'], // it takes no signals from those behind it
    parent: [1],
    descriptors: [''],
    binding: ['object'], // it starts programs, of which there are none
  };
}

function gainsAnything(confinement: Confinement): (result: [string, unknown]) => boolean {
  const allowed = harmless(confinement);
  return ([attempt, result]) => {
    if (/^TCP|socket$/.test(attempt)) return !unreachable.test(String(result));
    // sent to the loopback of bubblewrap, where nobody listens; `seen` shows that it is another one
    if (attempt.startsWith('UDP') && confinement.kind === 'bwrap') return false;
    if (attempt.startsWith('UDP')) return !unreachable.test(String(result));
    const results = allowed[attempt];
    if (results === undefined) return !refusals.test(String(result));
    return !results.map((one) => JSON.stringify(one)).includes(JSON.stringify(result));
  };
}
