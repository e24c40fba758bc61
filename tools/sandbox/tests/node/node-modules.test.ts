import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

let world: NodeWorld;
beforeAll(async () => void (world = await openNodeWorld()));
afterAll(() => world[Symbol.asyncDispose]());

test('files', async () => {
  expect(
    await world.run(
      `
    fs.mkdirSync('made/deep', { recursive: true });
    fs.writeFileSync('made/deep/x.txt', 'héllo');
    await promises.appendFile('made/deep/x.txt', ' there');
    const text = await new Promise((done, fail) => fs.readFile('made/deep/x.txt', 'utf8', (e, v) => e ? fail(e) : done(v)));
    const stats = fs.statSync('made/deep/x.txt');
    let error; try { fs.readFileSync('/etc/passwd'); } catch (e) { error = [e.code, e.message]; }
    let missing; try { fs.readFileSync('nothing'); } catch (e) { missing = [e.code, e.message, e.stack]; }
    const parts = []; for await (const part of fs.createReadStream('made/deep/x.txt', { encoding: 'utf8' })) parts.push(part);
    await pipeline(fs.createReadStream('made/deep/x.txt'), fs.createWriteStream('copy.txt'));
    return [text, stats.size, stats.isFile(), error, missing, parts, fs.readFileSync('copy.txt', 'utf8'), fs.readdirSync('.'), require('path').join('a','..','b'), typeof Buffer, new (require('events'))() instanceof require('events').EventEmitter, createHash('md5').update('a').digest('hex'), createHmac('sha256', 'k').update('a').digest('base64'), randomBytes(5).length];
  `,
      `import { createHash, createHmac, randomBytes } from 'node:crypto'; import fs, { promises } from 'fs'; import { pipeline } from 'node:stream/promises';`,
    ),
  ).toEqual([
    'héllo there',
    12,
    true,
    ['EACCES', expect.stringMatching(/^EACCES: permission denied: .*, open '\/etc\/passwd'$/)],
    ['ENOENT', "ENOENT: no such file or directory, open 'nothing'", expect.any(String)],
    ['héllo there'],
    'héllo there',
    ['a.txt', 'copy.txt', 'made', 'node_modules', 'sub'],
    'b',
    'function',
    true,
    '0cc175b9c0f1b6a831c399e269772661',
    'eNqRUR5nVYf1ud94vt669VYNoqu4gWLuh13N90SVHZ4=',
    5,
  ]);
});

test('programs', async () => {
  expect(
    await world.run(
      `
    const out = execSync('echo hi; echo err >&2').toString();
    const { stdout } = await promisify(exec)('echo later', {}).catch((e) => ({ stdout: e.message }));
    const child = spawn('cat'); child.stdin.end('through cat');
    let text = ''; child.stdout.on('data', (d) => (text += d));
    const code = await new Promise((done) => child.on('close', done));
    const failed = await promisify(execFile)('sh', ['-c', 'exit 3']).catch((e) => [e.code, e.message]);
    const none = await new Promise((done) => spawn('nothing-there').on('error', (e) => done([e.code, e.message])));
    return [out, stdout, text, code, failed, none, os.tmpdir() !== ''];
  `,
      `import { exec, execFile, execSync, spawn } from 'child_process'; import { promisify } from 'util'; import os from 'os';`,
    ),
  ).toEqual([
    'hi\n',
    'later\n',
    'through cat',
    0,
    [3, 'Command failed: sh -c exit 3\n'],
    ['ENOENT', 'spawn nothing-there ENOENT'],
    true,
  ]);
});
