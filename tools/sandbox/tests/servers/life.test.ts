import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findServers } from '../../test/find-servers.ts';
import { openServerWorld } from '../../test/server-world.ts';

const files = {
  'flood.js': `
    const line = 'x'.repeat(1 << 20);
    (function out() { process.stdout.write(line, out); })();
    (function more() { process.send(line, more); })();`,
  'silent.js': `process.on('message', () => {}); process.on('SIGTERM', () => {});`,
  'begun.js': `process.send('begun'); process.on('message', () => {});`,
  'broken.js': `require('node:fs').writeSync(9, '{"no": json\\n'); setInterval(() => {}, 1e6);`,
};

test('what floods waits for whoever reads, and ends with its build', async () => {
  await using world = await openServerWorld({ files });
  const told = await world.run(`
    const child = fork(extension + '/flood.js', [], { silent: true });
    await new Promise((done) => child.once('message', done));
    return child.pid !== undefined;
  `);
  expect(told).toBe(true);
  const [pid = 0] = await findServers(world.services.top.path);
  expect(
    Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]),
  ).toBeLessThan(400_000);
  expect(await world.run('return 1')).toBe(1); // the build after it
  await expect.poll(() => findServers(world.services.top.path)).toEqual([]);
  expect(world.running.stops).toEqual([]);
});

test('what never answers keeps nobody waiting: a new build ends it', async () => {
  await using world = await openServerWorld({ files });
  const begin = `
    const child = fork(extension + '/silent.js');
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: {} });
    await new Promise((done) => child.once('spawn', done));
    return child.connected;
  `;
  expect(await world.run(begin)).toBe(true);
  const find = () => findServers(world.services.top.path);
  await expect.poll(find).toHaveLength(1);
  const [first] = await find();
  expect(await world.run(begin)).toBe(true);
  await expect.poll(find).not.toContain(first);
});

test('what says something else than JSON on its channel loses it', async () => {
  await using world = await openServerWorld({ files });
  const told = await world.run(`
    const child = fork(extension + '/broken.js');
    return (await new Promise((done) => child.once('error', done))).name + ' ' + child.connected;
  `);
  expect(told).toBe('SyntaxError false');
});

test('so many servers may run at once, and no more', async () => {
  await using world = await openServerWorld({ files });
  const told = await world.run(`
    const children = Array.from({ length: 9 }, () => fork(extension + '/begun.js'));
    const ends = children.map((child) => new Promise((done) => {
      child.once('message', done);
      child.once('error', (error) => done(error.code));
    }));
    return (await Promise.all(ends)).toSorted().join();
  `);
  expect(told).toBe(['EAGAIN', ...Array.from({ length: 8 }, () => 'begun')].join());
});

test('a server ends with the sandbox', async () => {
  await using world = await openServerWorld({ files });
  await world.run(`
    const child = fork(extension + '/begun.js');
    await new Promise((done) => child.once('message', done));
  `);
  expect(await findServers(world.services.top.path)).toHaveLength(1);
  await world.running.sandbox.close();
  await expect.poll(() => findServers(world.services.top.path)).toEqual([]);
});

test('a process that waits is of the folder as it is, is followed by another, and ends with the services', async () => {
  await using world = await openServerWorld({ files, isExpected: true });
  const find = () => findServers(world.services.top.path);
  const [waiting] = await find();
  const begin = `
    const child = fork(extension + '/begun.js');
    return await new Promise((done) => child.once('message', done));
  `;
  expect(await world.run(begin)).toBe('begun');
  expect(await find()).toContain(waiting);
  await expect.poll(find).toHaveLength(2);
  const extension = world.services.top.join('extension');
  await rename(extension, `${extension}.old`);
  await cp(`${extension}.old`, extension, { recursive: true });
  await writeFile(`${extension}/begun.js`, `process.send('of the new folder');`);
  expect(await world.run(begin)).toBe('of the new folder');
  await world.running.sandbox.close();
  await world.services.services.close();
  await expect.poll(find).toEqual([]);
});
