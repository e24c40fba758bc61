import { once } from 'node:events';
import { readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findWall, type WallKind } from '../../src/confine/find-wall.ts';
import { openServerWorld } from '../../test/server-world.ts';

const walls: WallKind[] = ['unshare', 'bwrap'];
const there = new Set(
  (await Promise.all(walls.map((only) => findWall({ only })))).map(({ kind }) => kind),
);

/** Does what it is told, and tells what came of it. */
const attempts = `
const fs = require('node:fs');
const results = {};
const attempt = async (name, act) => {
  try { results[name] = await act() ?? 'done'; } catch (error) { results[name] = error.code ?? error.message; }
};
const connect = (options) => () => new Promise((done, fail) => {
  const socket = require('node:net').connect(options, () => done('connected'));
  socket.on('error', fail);
  socket.setTimeout(3000, () => fail(new Error('silence')));
});
process.on('message', async (given) => {
  for (const path of given.writes) await attempt('write ' + path, () => fs.writeFileSync(path, 'gained'));
  for (const path of given.reads) await attempt('read ' + path, () => fs.readFileSync(path, 'utf8'));
  await attempt('spawn', () => require('node:child_process').spawnSync(process.execPath, ['-v']).stdout);
  await attempt('shell', () => require('node:child_process').execSync('id').toString());
  await attempt('fork', () => void require('node:child_process').fork(__filename));
  await attempt('worker', () => void new (require('node:worker_threads').Worker)('1', { eval: true }));
  await attempt('binding', () => new (process.binding('process_wrap').Process)().spawn({ file: process.execPath, args: ['node', '-v'], stdio: [] }));
  await attempt('cluster', () => void require('node:cluster').fork());
  await attempt('tcp', connect({ port: given.port, host: '127.0.0.1' }));
  await attempt('address', connect({ port: 80, host: '192.0.2.1' }));
  await attempt('socket', connect({ path: given.socket }));
  await attempt('environment', () => Object.keys(process.env).join());
  await attempt('host', () => process.kill(given.pid, 0));
  process.send(results);
});
`;

const ways = walls
  .filter((wall) => there.has(wall))
  .flatMap((only) => [false, true].map((isExpected) => ({ only, isExpected })));

describe.each(ways)('$only, with a process that waits: $isExpected', ({ only, isExpected }) => {
  const open = async (options: Parameters<typeof openServerWorld>[0]) => {
    const world = await openServerWorld({ only, isExpected, ...options });
    onTestFinished(() => world[Symbol.asyncDispose]());
    return world;
  };

  test('a server starts nothing, connects nowhere, writes nowhere, and reads its own folder alone', async () => {
    const world = await open({ files: { 'server.js': attempts }, permissions: ['network'] });
    const { top } = world.services;
    const server = createServer().listen(0, '127.0.0.1');
    const local = createServer().listen(top.join('socket'));
    onTestFinished(() => void (server.close(), local.close()));
    await Promise.all([once(server, 'listening'), once(local, 'listening')]);
    const address = server.address();
    const given = {
      port: typeof address === 'object' ? address?.port : 0,
      socket: top.join('socket'),
      pid: process.pid,
      writes: ['extension/x', 'work/x', 'data/x', 'outside/x']
        .map((path) => top.join(path))
        .concat('/tmp/x'),
      reads: ['extension/package.json', 'work/a.txt', 'outside/secret.txt', 'data/.gitignore']
        .map((path) => top.join(path))
        .concat('/etc/passwd'),
    };
    const results = (await world.run(`
      const child = fork(extension + '/server.js');
      const got = new Promise((done) => child.once('message', done));
      child.send(${JSON.stringify(given)});
      return await got;
    `)) as Record<string, unknown>;
    const told = Object.entries(results).map(([name, result]) => [
      name.replace(top.path, ''),
      result,
    ]);
    const denied = 'ERR_ACCESS_DENIED';
    expect(Object.fromEntries(told)).toEqual({
      'write /extension/x': denied,
      'write /work/x': denied,
      'write /data/x': denied,
      'write /outside/x': denied,
      'write /tmp/x': denied,
      'read /extension/package.json': '{}',
      'read /work/a.txt': 'ENOENT',
      'read /outside/secret.txt': 'ENOENT',
      'read /data/.gitignore': 'ENOENT',
      'read /etc/passwd': 'ENOENT',
      spawn: denied,
      shell: denied,
      fork: denied,
      worker: denied,
      binding: denied,
      cluster: denied,
      tcp: only === 'bwrap' ? 'ECONNREFUSED' : 'ENETUNREACH',
      address: 'ENETUNREACH',
      socket: 'ENOENT',
      environment: only === 'bwrap' ? 'PWD' : '',
      host: 'ESRCH',
    });
  });

  test('the workspace is read where that is declared, but for what is kept of the extension', async () => {
    const world = await open({
      files: { 'server.js': attempts },
      permissions: ['filesystem.read', 'filesystem.write'],
      dataFolder: 'work/.data',
    });
    const { top } = world.services;
    await world.services.services.secrets.set('key', 'value');
    await symlink(top.join('outside/secret.txt'), top.join('work/link'));
    const given = {
      port: 1,
      socket: '/none',
      pid: 1,
      writes: [top.join('work/x'), top.join('work/.data/x')],
      reads: ['work/a.txt', 'work/link', 'work/.data/secrets.json'].map((path) => top.join(path)),
    };
    const results = await world.run(`
      const child = fork(extension + '/server.js');
      const got = new Promise((done) => child.once('message', done));
      child.send(${JSON.stringify(given)});
      return await got;
    `);
    expect(results).toMatchObject({
      [`write ${top.join('work/x')}`]: 'ERR_ACCESS_DENIED',
      [`write ${top.join('work/.data/x')}`]: 'ERR_ACCESS_DENIED',
      [`read ${top.join('work/a.txt')}`]: 'The tide\r\nis high, Tide.\n',
      [`read ${top.join('work/link')}`]: 'ENOENT',
      [`read ${top.join('work/.data/secrets.json')}`]: 'ENOENT',
    });
    expect(await readFile(top.join('work/.data/secrets.json'), 'utf8')).toContain('key');
  });
});

describe.each(walls.filter((wall) => there.has(wall)))('%s', (only) => {
  const tries = async (options: Parameters<typeof openServerWorld>[0]) => {
    const world = await openServerWorld({ only, files: { 'server.js': attempts }, ...options });
    onTestFinished(() => world[Symbol.asyncDispose]());
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const writes = [world.services.top.join('work/x'), '/tmp/x'];
    const given = { port, socket: '/none', pid: process.pid, writes, reads: ['/etc/passwd'] };
    return world.run(`
      const child = fork(extension + '/server.js');
      const got = new Promise((done) => child.once('message', done));
      child.send(${JSON.stringify(given)});
      return await got;
    `);
  };
  const closed = {
    'write /tmp/x': 'ERR_ACCESS_DENIED',
    'read /etc/passwd': 'ENOENT',
    binding: 'ERR_ACCESS_DENIED',
    host: 'ESRCH',
  };

  test('with system.exec, a server runs Node and threads behind its wall, and no program of the system', async () => {
    expect(await tries({ permissions: ['system.exec'] })).toMatchObject({
      ...closed,
      spawn: { type: 'Buffer', data: [...Buffer.from(`${process.version}\n`)] },
      shell: 'ENOENT',
      fork: 'done',
      worker: 'done',
      tcp: only === 'bwrap' ? 'ECONNREFUSED' : 'ENETUNREACH',
    });
  });

  test('with network, a server reaches it where this machine may be reached as well', async () => {
    expect(await tries({ permissions: ['network'], allowLocalNetwork: true })).toMatchObject({
      ...closed,
      tcp: 'connected',
      spawn: 'ERR_ACCESS_DENIED',
    });
  });
});

test.each([
  ['of the workspace', "extension + '/../work/sub/b.ts'", 'needs the permission "system.exec"'],
  ['that a link leads to', "extension + '/link.js'", 'link.js EACCES'],
  ['that isn’t there', "extension + '/none.js'", 'none.js ENOENT'],
  ['that is a folder', "extension + '/lib'", 'is not a file'],
])('fork() runs no module %s', async (_, module, message) => {
  await using world = await openServerWorld({ files: { 'lib/a.js': '' } });
  const { top } = world.services;
  await symlink(top.join('work/sub/b.ts'), top.join('extension/link.js'));
  const told = await world.run(`
    const child = fork(${module});
    return (await new Promise((done) => child.once('error', done))).message;
  `);
  expect(told).toContain(message);
});

test.each(['--allow-child-process', '--no-permission', '/tmp/other.js', '-'])(
  'fork() takes no flag like %s',
  async (flag) => {
    await using world = await openServerWorld({ files: { 'a.js': 'process.send("runs")' } });
    const told = await world.run(`
      const child = fork(extension + '/a.js', [], { execArgv: [${JSON.stringify(flag)}] });
      return new Promise((done) => { child.once('error', (error) => done(error.message)); child.once('message', done); });
    `);
    expect(told).toContain('is no flag that servers may have');
  },
);
