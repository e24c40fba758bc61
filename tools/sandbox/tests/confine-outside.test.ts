import { readdir, readFile, readlink } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Confinement, confinements, startHeld } from './confine/confinements.ts';
import { makeReadableFolder } from './confine/make-readable-folder.ts';

/** Says that it runs, and goes on until its input ends. */
const wait = `process.stdout.write('runs'); process.stdin.resume();`;

describe.each(confinements)('$name', (confinement) => {
  test('from outside, the program has nothing of the system but what it was given', async () => {
    await using engine = await startWaiting(confinement);
    const own = (path: string) => readFile(`/proc/${engine.pid}/${path}`, 'utf8');
    const link = (path: string) => readlink(`/proc/${engine.pid}/${path}`);

    const mounts = (await own('mountinfo')).trimEnd().split('\n').map(readMount);
    expect(mounts.filter(({ options }) => !options.includes('ro'))).toEqual([]);
    expect(mounts.filter(({ options }) => !options.includes('nosuid'))).toEqual([]);
    expect(mounts.filter(({ options }) => !options.includes('nodev'))).toEqual([]);
    const [top, ...rest] = mounts;
    expect(top).toMatchObject({ at: '/', type: 'tmpfs' });
    expect(rest.map(({ at }) => at).filter((at) => !/\.so[.\d]*$|\/prlimit$/.test(at))).toEqual(
      expect.arrayContaining([process.execPath, engine.script]),
    );
    expect(rest.filter(({ type }) => /^(?:proc|sysfs|devtmpfs|cgroup2?)$/.test(type))).toEqual([]);
    expect([await link('root'), await link('cwd')]).toEqual(['/', '/']);

    for (const name of ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts']) {
      expect(await link(`ns/${name}`)).not.toBe(await readlink(`/proc/self/ns/${name}`));
    }
    expect(await own('environ')).toBe(confinement.kind === 'bwrap' ? 'PWD=/\0' : '');

    const status = readStatus(await own('status'));
    const none = '0'.repeat(16);
    expect(status).toMatchObject({
      CapInh: none,
      CapPrm: none,
      CapEff: none,
      CapBnd: none,
      CapAmb: none,
      NoNewPrivs: '1',
    });
    const host = readStatus(await readFile(`/proc/${engine.host}/status`, 'utf8'));
    const user = confinement.asRoot ? '65534' : host['Uid']?.split('\t')[0];
    expect(status['Uid']).toBe([user, user, user, user].join('\t'));
    if (confinement.asRoot) expect(status['Groups']).toBe('');

    const limits = await own('limits');
    for (const [name, limit] of [
      ['Max address space', 4 * 1024 ** 3],
      ['Max core file size', 0],
      ['Max file size', 0],
      ['Max processes', 64],
      ['Max open files', 64],
      ['Max locked memory', 0],
    ] as const) {
      expect(limits).toMatch(new RegExp(`^${name} +${limit} +${limit} `, 'm'));
    }

    // those of Node itself, which looks at `/`; and nothing in the place of what the host had inherited
    const open = await listOpen(engine.pid);
    expect(open.filter(({ name }) => name.startsWith('socket:')).length).toBe(3);
    const files = open.filter(
      ({ name }) => !/^(?:socket|pipe|anon_inode):|^\/dev\/null$/.test(name),
    );
    const inside = new Set(mounts.map(({ id }) => id));
    expect(files.filter(({ name, mount }) => name !== '/' || !inside.has(mount))).toEqual([]);
  });

  test('killing the wall ends all that is behind it', async () => {
    await using engine = await startWaiting(confinement);
    process.kill(engine.wall, 'SIGKILL');
    await expect.poll(() => isRunning(engine.pid)).toBe(false);
  });

  test('all ends with the host, however that ends', async () => {
    await using engine = await startWaiting(confinement);
    process.kill(engine.host, 'SIGKILL');
    await expect.poll(() => isRunning(engine.pid)).toBe(false);
    await expect.poll(() => isRunning(engine.wall)).toBe(false);
  });
});

/** A program behind a wall that waits, and its process ids as they are outside. */
async function startWaiting(confinement: Confinement) {
  const folder = await makeReadableFolder({ 'wait.cjs': wait });
  const script = folder.join('wait.cjs');
  const { child, host, wall } = await startHeld(confinement, { script });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const pid = await findEngine(wall, script);
  return {
    host,
    wall,
    pid,
    script,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Of all processes below one, that which runs Node on the script and has started no other. */
async function findEngine(ancestor: number, script: string): Promise<number> {
  const children = await readFile(`/proc/${ancestor}/task/${ancestor}/children`, 'utf8');
  const below = children.trim().split(' ').filter(Boolean).map(Number);
  for (const pid of below) {
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    if (command[0] === process.execPath && command.includes(script)) return pid;
    const found = await findEngine(pid, script).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`no process below ${ancestor} runs ${script}`);
}

/** Whether a process is there, and is more than one that ended and wasn't asked about. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    return !/^State:\s+Z/m.test(await readFile(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** What a process has open, and by which mount. */
async function listOpen(pid: number): Promise<{ name: string; mount: string }[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`);
  return Promise.all(
    descriptors.map(async (descriptor) => {
      const info = await readFile(`/proc/${pid}/fdinfo/${descriptor}`, 'utf8');
      const name = await readlink(`/proc/${pid}/fd/${descriptor}`);
      return { name, mount: /^mnt_id:\s+(\d+)/m.exec(info)?.[1] ?? '' };
    }),
  );
}

function readMount(line: string) {
  const [before = '', after = ''] = line.split(' - ');
  const [id = '', , , , at = '', options = ''] = before.split(' ');
  return { id, at, options: options.split(','), type: after.split(' ')[0] ?? '' };
}

function readStatus(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
