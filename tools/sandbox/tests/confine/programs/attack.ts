/**
 * What hostile code may try first. It is given its targets as JSON, and prints what each attempt came to:
 * the code of an error, or what it gained.
 */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import * as fs from 'node:fs';
import { connect } from 'node:net';
import { hostname, networkInterfaces, tmpdir } from 'node:os';

/** What belongs to the host. */
export interface AttackTargets {
  /** Files of the host, by absolute path. */
  files: string[];
  /** Files that the program may read. */
  readable: string[];
  port: number;
  udpPort: number;
  addresses: string[];
  socket: string;
  abstractSocket: string;
  pids: number[];
  /** Programs that make one system call each. */
  syscalls: Record<string, string>;
}

const targets: AttackTargets = JSON.parse(process.argv[2] ?? '');
const results: Record<string, unknown> = {};

async function attempt(name: string, act: () => unknown): Promise<void> {
  try {
    results[name] = (await act()) ?? 'done';
  } catch (error) {
    results[name] = (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

for (const file of targets.files) {
  await attempt(`read ${file}`, () => fs.readFileSync(file, 'latin1'));
  await attempt(`climb to ${file}`, () => fs.readFileSync(`${'../'.repeat(30)}${file}`, 'latin1'));
  await attempt(`root ${file}`, () => fs.readFileSync(`/proc/self/root${file}`, 'latin1'));
  await attempt(`old root ${file}`, () => fs.readFileSync(`/tmp${file}`, 'latin1'));
}
await attempt('all files', () =>
  fs
    .readdirSync('/', { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll(/\/+/g, '/')),
);
for (const path of ['/dev/null', '/dev/mem', '/dev/tty', '/dev/urandom']) {
  await attempt(`open ${path}`, () => fs.openSync(path, 'r'));
}
const folders = ['/', '/tmp', tmpdir(), '/dev/shm', import.meta.dirname];
for (const folder of folders) {
  await attempt(`make a folder in ${folder}`, () => fs.mkdirSync(`${folder}/gained`));
  await attempt(`write in ${folder}`, () => fs.writeFileSync(`${folder}/gained.txt`, 'x'));
}
for (const file of [...targets.readable, process.execPath, import.meta.filename]) {
  await attempt(`write ${file}`, () => fs.appendFileSync(file, 'x'));
  await attempt(`replace ${file}`, () => fs.renameSync(file, `${file}.gone`));
  await attempt(`change ${file}`, () => fs.chmodSync(file, 0o777));
  await attempt(`remove ${file}`, () => fs.unlinkSync(file));
}

const tcp = (options: { port: number; host: string } | { path: string }) => () =>
  new Promise((resolve, reject) => {
    const socket = connect(options, () => resolve('connected'));
    socket.setTimeout(2000, () => reject(new Error('silence'))).on('error', reject);
  });
for (const host of targets.addresses) {
  await attempt(`TCP ${host}`, tcp({ port: targets.port, host }));
  await attempt(
    `UDP ${host}`,
    () =>
      new Promise((resolve, reject) => {
        const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4').on('error', reject);
        socket.send('gained', targets.udpPort, host, (error) => {
          socket.close();
          if (error) reject(error);
          else resolve('sent');
        });
      }),
  );
}
await attempt('unix socket', tcp({ path: targets.socket }));
await attempt('abstract socket', tcp({ path: `\0${targets.abstractSocket}` }));
await attempt('interfaces', () =>
  Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address)),
);
await attempt('host name', () => hostname());

for (const pid of targets.pids) await attempt(`signal ${pid}`, () => process.kill(pid, 0));
await attempt('end the first process', () => process.kill(1, 'SIGKILL'));
await attempt('parent', () => process.ppid);
await attempt('environment', () => Object.keys(process.env));
await attempt('become root', () => process.setuid?.(0));
await attempt('become the group of root', () => process.setgid?.(0));
await attempt('take groups', () => process.setgroups?.([0]));
await attempt('descriptors', readDescriptors);

for (const program of ['/bin/sh', '/usr/bin/env', '/bin/busybox', '/tmp/bin/sh']) {
  await attempt(`run ${program}`, () => throwing(spawnSync(program, ['-c', 'echo gained'])));
}
for (const file of targets.readable) {
  await attempt(`run ${file}`, () => throwing(spawnSync(file)));
  await attempt(`load ${file}`, () => process.dlopen({ exports: {} }, file));
}
const binding = (process as unknown as { binding: (name: string) => unknown }).binding;
await attempt('binding', () => typeof binding.call(process, 'spawn_sync'));
for (const [name, program] of Object.entries(targets.syscalls)) {
  await attempt(`system call ${name}`, () => {
    const { status, signal, error } = spawnSync(program);
    if (error) throw error;
    return signal ?? status;
  });
}
process.stdout.write(JSON.stringify(results));

function throwing({ error, stdout, status }: ReturnType<typeof spawnSync>): unknown {
  if (error) throw error;
  return `${status} ${String(stdout)}`;
}

/** What can be read of all that is open, but standard input. */
function readDescriptors(): string {
  let read = '';
  for (let descriptor = 3; descriptor < 300; descriptor++) {
    try {
      if (!fs.fstatSync(descriptor).isFile()) continue;
      read += `${descriptor}:${fs.readFileSync(descriptor, 'latin1')} `;
    } catch {
      // none, or nothing that can be read
    }
  }
  return read;
}
