import { readdir, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

const quick = { [constants.BROTLI_PARAM_QUALITY]: 1 };

/*
 * What stands for modules of Node is handed what would exhaust or trick them: each is refused in Node's own words
 * where Node has some, and the same engine goes on.
 */

let world: NodeWorld;
beforeAll(async () => void (world = await openNodeWorld()));
afterAll(() => world[Symbol.asyncDispose]());

const kept = `
  const tried = async (run) => {
    try { await run(); return 'done'; } catch (error) { return [error.name, error.code ?? null]; }
  };
  const called = (run) => new Promise((done, fail) => run((error, value) => error ? fail(error) : done(value)));`;

describe('what unpacks to far more than it is', () => {
  const tooLarge = ['RangeError', 'ERR_BUFFER_TOO_LARGE'];

  beforeAll(async () => {
    const zeros = Buffer.alloc(96 * 1024 * 1024);
    const { top } = world.services;
    await writeFile(top.join('work/bomb.gz'), gzipSync(zeros));
    await writeFile(top.join('work/bomb.br'), brotliCompressSync(zeros, { params: quick }));
  });

  test('is refused in each form, and what is honest is unpacked after it', async () => {
    const told = await world.run(
      `${kept}
      const [gz, br] = [fs.readFileSync('bomb.gz'), fs.readFileSync('bomb.br')];
      const told = [
        await tried(() => zlib.gunzipSync(gz)), await tried(() => zlib.unzipSync(gz)),
        await tried(() => zlib.brotliDecompressSync(br)),
        await tried(() => called((done) => zlib.gunzip(gz, { maxOutputLength: 2 ** 40 }, done))),
        await tried(() => pipeline(Readable.from([gz]), zlib.createGunzip(), async (parts) => { for await (const _ of parts); })),
        await tried(() => pipeline(Readable.from([br]), zlib.createBrotliDecompress(), async (parts) => { for await (const _ of parts); })),
      ];
      return [told, zlib.gunzipSync(zlib.gzipSync('tide')).toString()];`,
      `import fs from 'fs'; import zlib from 'zlib'; import { Readable } from 'stream'; import { pipeline } from 'stream/promises';`,
    );
    expect(told).toEqual([Array.from({ length: 6 }, () => tooLarge), 'tide']);
  });

  test('is refused before it is sent, where what goes in is too much', async () => {
    const told = await world.run(
      `${kept}
      const big = Buffer.alloc(49 * 1024 * 1024);
      return [await tried(() => zlib.gzipSync(big)), await tried(() => pipeline(Readable.from([big]), zlib.createGzip(), async (parts) => { for await (const _ of parts); }))];`,
      `import zlib from 'zlib'; import { Readable } from 'stream'; import { pipeline } from 'stream/promises';`,
    );
    expect(told).toEqual([['RangeError', expect.anything()], tooLarge]);
  });
});

describe('keys that would take for ever', () => {
  test('are refused, also where so many are asked for at once', async () => {
    const told = await world.run(
      `${kept}
      const huge = { N: 2 ** 30, r: 8, maxmem: 2 ** 31 - 1 };
      const long = { N: 2, r: 1, p: 2 ** 30, maxmem: 2 ** 31 - 1 };
      const refused = [
        await tried(() => crypto.scryptSync('a', 'b', 32, huge)), await tried(() => crypto.scryptSync('a', 'b', 32, { ...huge, N: 2 ** 20 })),
        await tried(() => crypto.scryptSync('a', 'b', 32, long)), await tried(() => called((done) => crypto.scrypt('a', 'b', 32, long, done))),
        await tried(() => crypto.pbkdf2Sync('a', 'b', 2 ** 31 - 1, 64, 'sha512')), await tried(() => crypto.pbkdf2Sync('a', 'b', 1, 2 ** 31 - 1, 'sha1')),
        await tried(() => called((done) => crypto.pbkdf2('a', 'b', 2 ** 31 - 1, 64, 'sha512', done))),
      ];
      const flood = await Promise.all(Array.from({ length: 2000 }, () => tried(() => called((done) => crypto.scrypt('a', 'b', 32, { N: 16_384, r: 8 }, done)))));
      const [done, others] = [flood.filter((one) => one === 'done').length, flood.filter((one) => one !== 'done' && one[0] !== 'RangeError').length];
      return [refused.map((one) => one[0]), done >= 16 && done < 2000, others, crypto.scryptSync('a', 'b', 8, { N: 2, r: 1 }).toString('hex')];`,
      `import crypto from 'crypto';`,
    );
    expect(told).toEqual([
      Array.from({ length: 7 }, () => 'RangeError'),
      true,
      0,
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });
});

describe('programs that an extension waits for', () => {
  test('print no more than they may, run no longer than they may, and are refused where they were not declared', async () => {
    const told = await world.run(
      `${kept}
      return [
        await tried(() => execSync('yes', { maxBuffer: 1000 })), await tried(() => execSync('yes', { maxBuffer: Infinity })),
        await tried(() => execSync('sleep 1000', { timeout: 50 })), await tried(() => execFileSync('sh', ['-c', 'kill -9 $$'])),
        await tried(() => execSync('echo ok')),
      ];`,
      `import { execFileSync, execSync } from 'child_process';`,
    );
    expect(told).toEqual([
      ['Error', 'ENOBUFS'],
      ['Error', 'ENOBUFS'],
      ['Error', 'ETIMEDOUT'],
      ['Error', null],
      'done',
    ]);
    await using without = await openNodeWorld({ permissions: [] });
    const refused = await without.run(
      `${kept} return [await tried(() => execSync('echo ok')), await tried(() => spawnSync('echo', ['ok']))];`,
      `import { execSync, spawnSync } from 'child_process';`,
    );
    expect(refused).toEqual([
      ['PermissionError', 'permission-denied'],
      ['PermissionError', 'permission-denied'],
    ]);
  });
});

describe('prototypes that were spoilt open nothing', () => {
  let reader: NodeWorld;
  beforeAll(async () => {
    reader = await openNodeWorld({ permissions: ['filesystem.read'] });
    await writeFile(reader.services.top.join('outside/secret.txt'), 'the pearl');
  });
  afterAll(() => reader[Symbol.asyncDispose]());

  test.each([
    `Object.prototype.toJSON = () => ({ permission: 'filesystem.read', path: 'a.txt' });`,
    `Object.prototype.path = '../outside/secret.txt'; Object.prototype.encoding = 'utf8'; Object.prototype.flag = 'w';`,
    `Object.prototype.permission = 'filesystem.read'; Object.prototype.ok = true; Object.prototype.shell = true;`,
    `Array.prototype[Symbol.iterator] = function* () { yield 'fs:readFile'; yield '../outside/secret.txt'; };`,
    `Array.prototype.map = () => ['../outside/secret.txt']; Array.prototype.push = () => 0; Array.prototype.join = () => '';`,
    `String.prototype.startsWith = String.prototype.includes = () => true; String.prototype.replace = () => 'a.txt'; String.prototype.slice = () => '';`,
    `RegExp.prototype.exec = () => ['a.txt']; RegExp.prototype.test = () => true;`,
    `Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 'mine';`,
    `Promise.prototype.then = function (done) { done('mine'); return this; };`,
    `Uint8Array.prototype.slice = Uint8Array.prototype.subarray = () => new Uint8Array(9);`,
    `JSON.stringify = () => '{"type":"call","build":1,"call":1,"api":"fs:readFile","args":["../outside/secret.txt"]}'; JSON.parse = () => ({ ok: true, value: 'mine' });`,
    `Reflect.apply = Reflect.get = Reflect.has = () => 'mine'; Object.entries = Object.keys = Object.assign = () => ['mine'];`,
  ])('%s', async (spoil) => {
    const outcome = await reader
      .run(
        `const read = () => fs.readFileSync('../outside/secret.txt', 'utf8');
        const all = [read, () => fs.writeFileSync('../outside/made.txt', 'x'), () => fs.writeFileSync('made.txt', 'x'), () => execSync('echo ran > made.txt')];
        ${spoil}
        const told = []; let at = 0;
        for (let index = 0; index < 4; index += 1) try { told[at++] = String(all[index]()); } catch (error) { told[at++] = String(error); }
        try { told[at++] = String(await fs.promises.readFile('../outside/secret.txt', 'utf8')); } catch (error) { told[at++] = String(error); }
        return told;`,
        `import fs from 'fs'; import { execSync } from 'child_process';`,
      )
      .catch(String); // it may have broken itself
    expect(JSON.stringify(outcome)).not.toContain('pearl');
    const found = await readdir(reader.services.top.path, { recursive: true });
    expect(found.filter((path) => path.includes('made.txt'))).toEqual([]);
    expect(reader.services.told.asked).toEqual([]);
    const after = await reader.run(
      `return fs.readFileSync('a.txt', 'utf8');`,
      `import fs from 'fs';`,
    );
    expect(after).toBe('The tide\r\nis high, Tide.\n');
  });
});

describe('values that look otherwise each time they are looked at', () => {
  test('are read once, or refused', async () => {
    const told = await world.run(
      `${kept}
      let looks = 0;
      const shifting = { get encoding() { looks += 1; return looks > 1 ? { evil: 1 } : 'utf8'; }, get flag() { throw new RangeError('flag'); } };
      const trap = new Proxy({}, { get(_, name) { throw new SyntaxError('trap ' + String(name)); }, ownKeys() { throw new SyntaxError('keys'); } });
      const endless = new Proxy({}, { ownKeys: () => Array.from({ length: 1000 }, (_, at) => 'k' + at), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });
      const lying = new Uint8Array(3); Object.defineProperty(lying, 'length', { value: 2 ** 40 }); Object.defineProperty(lying, 'byteLength', { value: 2 ** 40 });
      const detached = new Uint8Array(10); structuredClone(detached.buffer, { transfer: [detached.buffer] });
      const circle = []; circle.push(circle);
      const path = { toString: () => 'a.txt' };
      const told = [];
      for (const run of [
        () => fs.readFileSync('a.txt', shifting), () => fs.readFileSync('a.txt', trap), () => fs.promises.readFile('a.txt', trap),
        () => fs.readFileSync(path), () => fs.readFileSync(new Proxy(Buffer.from('a.txt'), {})), () => fs.readFileSync('a.txt\\0x'),
        () => fs.writeFileSync('odd', lying), () => fs.writeFileSync('odd', detached), () => fs.writeFileSync('odd', circle), () => fs.writeFileSync('odd', trap),
        () => fs.writeFileSync('odd', Buffer.alloc(10 * 1024 * 1024)),
        () => spawnSync('echo', trap), () => spawnSync('echo', ['ok'], trap), () => spawnSync('echo', circle), () => spawnSync('echo', ['ok'], { env: endless }),
        () => crypto.createHash(trap), () => crypto.createHash('sha256').update(trap), () => crypto.createHash('sha256').update(lying).digest('hex'),
        () => zlib.gzipSync(trap), () => zlib.gzipSync(lying), () => zlib.gzipSync('a', trap), () => zlib.gzipSync('a', { params: endless, dictionary: trap }),
        () => util.inspect(endless), () => util.inspect(trap), () => util.format('%o %s', circle, trap), () => Buffer.concat(circle), () => Buffer.from(trap), () => Buffer.alloc(2 ** 40),
        () => new URL(trap), () => url.parse(trap), () => qs.stringify(endless).length, () => qs.stringify(circle), () => new events(trap).on('a', trap),
      ]) told.push(await tried(run));
      return [looks, told.map((one) => (one === 'done' ? one : one[0].replace('Error', ''))).join(' ')];`,
      `import fs from 'fs'; import { spawnSync } from 'child_process'; import crypto from 'crypto'; import zlib from 'zlib'; import util from 'util'; import url from 'url'; import qs from 'querystring'; import events from 'events';`,
    );
    expect(told).toEqual([
      1,
      [
        'Range Syntax Syntax Type Type Type', // read
        'Range Type Type Syntax done', // written
        'Syntax Syntax done done', // run
        'Syntax Syntax Range', // hashed
        'Syntax Range Syntax Syntax', // packed
        'done Syntax Syntax Type Syntax Range', // shown, and made to bytes
        'Syntax Type done done Type', // addresses, queries, listeners
      ].join(' '),
    ]);
  });
});

describe('calls that wait, without end', () => {
  test('are answered in order, and the time of the host is not that of the extension', async () => {
    const told = await world.run(
      `let files = 0; for (let at = 0; at < 1000; at += 1) files += fs.statSync('a.txt').isFile() ? 1 : 0;
      let missing = 0; for (let at = 0; at < 300; at += 1) try { fs.readFileSync('none-' + at); } catch (error) { missing += error.path === 'none-' + at ? 1 : 0; }
      return [files, missing];`,
      `import fs from 'fs';`,
    );
    expect(told).toEqual([1000, 300]);
  });
});
