import { lstat, readFile, symlink } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

let world: NodeWorld;
beforeAll(async () => {
  world = await openNodeWorld();
  const { top } = world.services;
  await symlink(top.join('outside'), top.join('work/leads-out'));
  await symlink('a.txt', top.join('work/inner'));
});
afterAll(() => world[Symbol.asyncDispose]());

const before = `import fs from 'fs'; import { promises } from 'fs'; import path from 'path';
import { pipeline } from 'stream/promises'; import { promisify } from 'util';
const tried = (run) => { try { return run(); } catch (error) { return error.code; } };
const settled = (run) => run().catch((error) => error.code);`;
const run = (body: string) => world.run(body, before);

test('the three forms of a function give the same', async () => {
  expect(
    await run(`
    fs.writeFileSync('x', 'text');
    const called = (name, ...args) => promisify(fs[name])(...args);
    return [fs.readFileSync('x', 'utf8'), await promises.readFile('x', 'utf8'), await called('readFile', 'x', 'utf8'),
      fs.statSync('x').size, (await promises.stat('x')).size, (await called('stat', 'x')).size,
      fs.existsSync('x'), await called('exists', 'none'), tried(() => fs.accessSync('x', fs.constants.X_OK)), await settled(() => promises.access('none'))];`),
  ).toEqual(['text', 'text', 'text', 4, 4, 4, true, false, 'EACCES', 'ENOENT']);
});

test('errors have the codes of Node', async () => {
  expect(
    await run(`
    fs.mkdirSync('folder/inner', { recursive: true });
    return [tried(() => fs.readFileSync('none')), tried(() => fs.readFileSync('folder')), tried(() => fs.mkdirSync('folder')), tried(() => fs.rmdirSync('folder')),
      tried(() => fs.writeFileSync('none/x', '')), tried(() => fs.writeFileSync('a.txt', '', { flag: 'wx' })), tried(() => fs.readdirSync('a.txt')), tried(() => fs.unlinkSync('folder')),
      tried(() => fs.rmSync('folder')), tried(() => fs.rmSync('none')), tried(() => fs.rmSync('none', { force: true })) ?? 'forced', tried(() => fs.openSync('x', 'nope')), tried(() => fs.readSync(99, Buffer.alloc(1))),
      tried(() => fs.readFileSync(5)), tried(() => fs.statSync({})), tried(() => fs.statSync('a\\0')), fs.statSync('none', { throwIfNoEntry: false }) ?? 'none', tried(() => fs.stat('a.txt')), tried(() => fs.copyFileSync('a.txt', 'inner', fs.constants.COPYFILE_EXCL))];`),
  ).toEqual(
    'ENOENT EISDIR EEXIST ENOTEMPTY ENOENT EEXIST ENOTDIR EISDIR ERR_FS_EISDIR ENOENT forced ERR_INVALID_ARG_VALUE EBADF EBADF ERR_INVALID_ARG_TYPE ERR_INVALID_ARG_VALUE none ERR_INVALID_ARG_TYPE EEXIST'.split(
      ' ',
    ),
  );
});

test('nothing outside is reached: not by .., by links or by what is made of them', async () => {
  const { top } = world.services;
  expect(
    await run(`
    const outside = ['/etc/passwd', '../outside/secret.txt', 'leads-out/secret.txt', path.resolve('..', 'outside'), new URL('file:///etc/passwd'), Buffer.from('/etc/passwd')];
    return outside.flatMap((one) => [tried(() => fs.readFileSync(one)), tried(() => fs.writeFileSync(one, 'mine')), fs.existsSync(one), tried(() => fs.statSync(one)), tried(() => fs.rmSync(one, { recursive: true })), tried(() => fs.openSync(one))])
      .concat(tried(() => fs.renameSync('a.txt', '../outside/b')), tried(() => fs.copyFileSync('../outside/secret.txt', 'mine')), tried(() => fs.cpSync('leads-out', 'mine', { recursive: true, dereference: true })),
        tried(() => fs.symlinkSync('/etc', 'etc')), tried(() => fs.chmodSync('leads-out/secret.txt', 0o777)), fs.readlinkSync('inner'), fs.realpathSync('inner') === path.resolve('a.txt'), fs.lstatSync('inner').isSymbolicLink());`),
  ).toEqual([
    ...Array.from({ length: 6 }, () => [
      'EACCES',
      'EACCES',
      false,
      'EACCES',
      'EACCES',
      'EACCES',
    ]).flat(),
    'EACCES',
    'EACCES',
    'EACCES',
    'not-supported',
    'EACCES',
    'a.txt',
    true,
    true,
  ]);
  expect(await readFile(top.join('outside/secret.txt'), 'utf8')).toBe('tide');
  expect((await lstat(top.join('work/leads-out'))).isSymbolicLink()).toBe(true);
});

test('what git reads of programs, and the folder of the extension, stay as they are', async () => {
  expect(
    await run(`
    fs.mkdirSync('hooks');
    return [tried(() => fs.writeFileSync('.git/config', '')), tried(() => fs.mkdirSync('.git/hooks')), tried(() => fs.renameSync('hooks', '.git')),
      tried(() => fs.writeFileSync(${JSON.stringify(world.services.top.join('extension/package.json'))}, '')), fs.readFileSync(${JSON.stringify(world.services.top.join('extension/package.json'))}, 'utf8')];`),
  ).toEqual(['EROFS', 'EROFS', 'EROFS', 'EROFS', '{}']);
});

test('open files are read and written in parts', async () => {
  expect(
    await run(`
    const fd = fs.openSync('parts', 'w+'); fs.writeSync(fd, 'hello there'); fs.writeSync(fd, Buffer.from('J'), 0, 1, 0);
    const buffer = Buffer.alloc(5); const count = fs.readSync(fd, buffer, 0, 5, 0); fs.ftruncateSync(fd, 8); const size = fs.fstatSync(fd).size; fs.closeSync(fd);
    const handle = await promises.open('parts', 'r+'); const read = await handle.read(Buffer.alloc(3), 0, 3, 1); await handle.appendFile('!'); await handle.close();
    const many = fs.openSync('many', 'w'); fs.writevSync(many, [Buffer.from('a'), Buffer.from('b')]); fs.closeSync(many);
    const { bytesRead } = await promisify(fs.read)(fs.openSync('many'), Buffer.alloc(4));
    return [count, buffer.toString(), size, read.bytesRead, read.buffer.toString(), fs.readFileSync('parts', 'utf8'), fs.readFileSync('many', 'utf8'), bytesRead, tried(() => fs.closeSync(fd)), handle.fd];`),
  ).toEqual([5, 'Jello', 8, 3, 'ell', '!ello th', 'ab', 2, 'EBADF', -1]);
});

test('large files are read and written part by part', async () => {
  expect(
    await run(`
    const data = Buffer.alloc(9_000_000, 'tide'); fs.writeFileSync('large', data);
    const streamed = []; let length = 0;
    for await (const part of fs.createReadStream('large', { start: 3, end: 1_000_002, highWaterMark: 300_000 })) { length += part.length; streamed.push(part.length); }
    await pipeline(fs.createReadStream('large', { highWaterMark: 1_000_000 }), fs.createWriteStream('copied'));
    return [fs.readFileSync('large').equals(data), (await promises.readFile('large')).length, length, Math.max(...streamed) <= 300_000, fs.statSync('copied').size];`),
  ).toEqual([true, 9_000_000, 1_000_000, true, 9_000_000]);
});

test('folders are made, listed, copied and deleted', async () => {
  expect(
    await run(`
    const first = fs.mkdirSync('t/u/v', { recursive: true }); fs.writeFileSync('t/u/f.txt', 'f'); fs.utimesSync('t/u/f.txt', 10, new Date(20_000)); fs.chmodSync('t/u/f.txt', 0o600);
    const entries = fs.readdirSync('t/u', { withFileTypes: true }).map((entry) => [entry.name, entry.isFile(), path.basename(entry.parentPath)]);
    fs.cpSync('t', 'copy', { recursive: true }); const made = fs.mkdtempSync('tmp-');
    const opened = []; for await (const entry of await promises.opendir('t/u')) opened.push(entry.name);
    const all = fs.readdirSync('copy', { recursive: true }); fs.rmSync('copy', { recursive: true }); fs.renameSync('t/u/f.txt', 't/g.txt'); fs.rmdirSync('t/u/v');
    const stats = fs.statSync('t/g.txt'); const big = fs.statSync('t/g.txt', { bigint: true });
    return [path.relative('.', first), fs.mkdirSync('t', { recursive: true }) ?? 'there', entries, all, fs.existsSync('copy'), fs.readdirSync('t').join(), made.length, opened, stats.mtimeMs, (stats.mode & 0o777).toString(8), String(big.mtimeNs), big.isFile(), await settled(() => promises.mkdtemp('none/x'))];`),
  ).toEqual([
    't',
    'there',
    [
      ['f.txt', true, 'u'],
      ['v', false, 'u'],
    ],
    ['u', 'u/f.txt', 'u/v'],
    false,
    'g.txt,u',
    10,
    ['f.txt', 'v'],
    20_000,
    '600',
    '20000000000',
    true,
    'ENOENT',
  ]);
});

test('files are watched', async () => {
  expect(
    await run(`
    fs.mkdirSync('watched'); const seen = [];
    const changed = new Promise((done) => { const watcher = fs.watch('watched', (type, name) => { seen.push([type, name]); watcher.close(); done(); }); });
    const writing = setInterval(() => fs.writeFileSync('watched/new.txt', String(Math.random())), 50);
    await changed; clearInterval(writing);
    const twice = await new Promise((done) => { fs.watchFile('a.txt', { interval: 20 }, (now, before) => { fs.unwatchFile('a.txt'); done([now.size, before.size > 3]); }); setTimeout(() => fs.writeFileSync('a.txt', 'now'), 100); });
    const failed = await new Promise((done) => fs.watch('none').on('error', (error) => done(error.code)));
    return [seen[0][1], twice, failed];`),
  ).toEqual(['new.txt', [3, true], 'ENOENT']);
});
