import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

/*
 * What of Node computes alone gives what it gives in Node.
 */

let world: NodeWorld;
beforeAll(async () => void (world = await openNodeWorld({ permissions: [] })));
afterAll(() => world[Symbol.asyncDispose]());

const prelude = `
  const tried = (run) => {
    try { return run(); } catch (error) { return ['throws', error.name, error.code, error.message]; }
  };`;

/** Runs the body of an async function in the sandbox and in Node, and expects the same of both. */
async function compare(body: string): Promise<void> {
  const make = runInThisContext(
    `(require, Buffer, process) => (async () => { ${prelude} ${body} })()`,
  );
  const wanted: unknown = await Reflect.apply(make as never, undefined, [
    createRequire(import.meta.url),
    Buffer,
    process,
  ]);
  const found = await world.run(`
    ${prelude}
    return JSON.stringify(await (async () => { ${body} })());`);
  expect(JSON.parse(String(found))).toEqual(JSON.parse(JSON.stringify(wanted)));
}

const paths = `['', '.', '/', 'a', '/a/b/../c', 'a//b/./c/', '../..', 'a/b.txt', '.hidden', 'x.tar.gz', 'C:\\\\a\\\\..\\\\b', '\\\\\\\\server\\\\share\\\\x', 'c:x', 'C:/a/b', 'a\\\\b']`;

test.each(['posix', 'win32'])('path.%s', async (family) => {
  // the library is older than what Node does where a drive is named within a path
  const texts = family === 'posix' ? paths : paths.replaceAll(/'c:[^']*', /gi, '');
  await compare(`
    const path = require('path').${family};
    const texts = ${texts};
    return texts.flatMap((one) => [
      path.normalize(one), path.basename(one), path.basename(one, '.txt'), path.dirname(one), path.extname(one),
      path.isAbsolute(one), path.parse(one), path.format(path.parse(one)), require('path').posix.toNamespacedPath('/x' + one),
      ...texts.map((other) => [path.join(one, other), path.resolve('/r', one, other), path.relative('/r/' + one, '/r/' + other)]),
      tried(() => path.join(1))[1],
    ]);`);
});

test('util', async () => {
  await compare(`
    const util = require('util');
    class Boat { constructor() { this.name = 'tide'; this.parts = [1, [2, [3, [4]]]]; } get size() { return 1; } }
    const circle = { a: 1 }; circle.self = circle;
    const values = [1, -0, 'a', "it's", null, undefined, true, 10n, Symbol('s'), [], {}, [1, , 3], new Boat(), circle,
      new Map([[{ a: 1 }, 'b']]), new Set([1, 'x']), new Date(0), function f() {}, class A {}, () => {}, new Uint8Array([1, 2]),
      Object.create(null), { 'a-b': 1, [Symbol('k')]: 2 }, new Error('no').message, 'x'.repeat(200), Array.from({ length: 120 }, (_, i) => i),
      new Proxy({ a: 1 }, {}), Promise.resolve(1) instanceof Promise, { get a() { return 1; }, set a(v) {} }];
    return [
      ...values.map((value) => util.inspect(value)),
      ...values.map((value) => util.inspect(value, { depth: 0, compact: false, colors: true })),
      util.inspect({ [util.inspect.custom]: () => 'custom' }),
      util.format('%s %d %i %f %j %o %O %c %%', 'a', '1', 2.5, '3.5', { a: 1 }, [1], { b: 2 }, 'css', 'rest'),
      util.format(1, 'a', { b: 1 }), util.format('%s', null, undefined, 1n, Symbol('a')),
      util.stripVTControlCharacters('\\u001b[31mred\\u001b[39m'),
      util.isDeepStrictEqual({ a: [1, new Map([[1, { b: 2 }]])] }, { a: [1, new Map([[1, { b: 2 }]])] }),
      util.isDeepStrictEqual([1, , 2], [1, undefined, 2]), util.isDeepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])),
      util.isDeepStrictEqual(0, -0), util.isDeepStrictEqual(NaN, NaN), util.isDeepStrictEqual(new Date(1), new Date(2)),
      util.isDeepStrictEqual({}, Object.create(null)), util.isDeepStrictEqual(new Uint8Array([1]), new Uint8Array([1])),
      await util.promisify((a, back) => back(null, a + 1))(1),
      await util.promisify((back) => back(new Error('no')))().catch((error) => error.message),
      await new Promise((done) => util.callbackify(async (a) => a * 2)(4, (error, value) => done([error, value]))),
      await util.promisify(setTimeout)(1, 'later'),
      util.types.isDate(new Date()), util.types.isRegExp({}), util.types.isPromise(Promise.resolve()), util.types.isTypedArray(new Uint8Array()),
      tried(() => util.promisify(1)), tried(() => util.inherits(1, 2)).slice(0, 3), util.styleText('red', 'x'), typeof util.TextEncoder,
      util.types.isAsyncFunction(async () => {}), util.types.isGeneratorFunction(function* () {}), util.types.isNativeError(new TypeError()),
    ];`);
});

test('Buffer', async () => {
  await compare(`
    const buffer = require('buffer');
    const texts = ['', 'a', 'héllo', '日本', '\\u{1f600}', 'not base64!', 'Zm9v', 'Zm9_-w', '00ff', 'x'.repeat(5000)];
    const encodings = ['utf8', 'utf-8', 'hex', 'base64', 'base64url', 'latin1', 'binary', 'ascii', 'ucs2', 'utf16le'];
    const all = texts.flatMap((text) => encodings.map((encoding) => {
      const made = Buffer.from(text, encoding);
      return [made.length, made.toString('hex'), Buffer.byteLength(text, encoding), ...encodings.map((other) => made.toString(other))];
    }));
    const b = Buffer.from([1, 2, 3, 250, 255, 0, 9, 8]);
    return [all, b.readUInt32BE(1), b.readInt16LE(3), b.readDoubleLE(0), String(b.readBigUInt64BE(0)), b.slice(1, 3), b.indexOf(250),
      b.equals(Buffer.from(b)), Buffer.compare(b, Buffer.from([1])), Buffer.concat([b, b], 10), b.includes('\\u0003'), Buffer.alloc(3, 'ab'),
      Buffer.isBuffer(b), Buffer.isBuffer(new Uint8Array()), Buffer.isEncoding('base64url'), Buffer.isEncoding('nope'), JSON.stringify(b), b.swap16().toString('hex'),
      require('util').inspect(b), tried(() => Buffer.from(1))[1], tried(() => Buffer.from('a', 'nope'))[1], tried(() => b.readUInt8(99))[1], tried(() => Buffer.alloc(-1))[1], tried(() => Buffer.alloc('5'))[1],
      Buffer.from(new Uint8Array([1, 2]).buffer, 1), buffer.constants.MAX_STRING_LENGTH, buffer.isUtf8(Buffer.from([255])), b.write('zz', 2), b.fill('q', 6), b.toString('utf8', 2, 4), b.subarray(-2).toString(),
      buffer.transcode(Buffer.from('é'), 'utf8', 'latin1').toString('hex'), Buffer.of(1, 2), b.at(-1), [...b.entries()].length, b.toLocaleString === b.toString];`);
});

test('url, querystring, string_decoder, punycode', async () => {
  await compare(`
    const url = require('url'); const qs = require('querystring'); const { StringDecoder } = require('string_decoder'); const punycode = require('punycode');
    const addresses = ['http://user:pa%20ss@host.example:8080/a/b?x=1&y=2#z', '/only/path?q', 'mailto:a@b.example', 'file:///a%20b', '//host/p', 'x', 'http://münchen.example/'];
    const decoder = new StringDecoder('utf8');
    return [
      ...addresses.map((one) => ({ ...url.parse(one) })), ...addresses.map((one) => ({ ...url.parse(one, true) }.query)), ...addresses.map((one) => url.format(url.parse(one))),
      url.resolve('http://a.example/b/c', '../d'), url.resolve('/a/b', 'c'), url.fileURLToPath('file:///a%20b/c'), url.pathToFileURL('/a b/#c?').href, tried(() => url.fileURLToPath('http://a')), 
      url.domainToASCII('español.example'), url.domainToUnicode('xn--espaol-zwa.example'), url.urlToHttpOptions(new URL('http://a:b@c.example:81/d?e#f')), url.format(new URL('http://a:b@c.example/d#e')),
      qs.parse('a=1&b=2&a=3&c=%20x+y&d'), qs.stringify({ a: [1, 2], b: 'x y', c: true, d: undefined }), qs.escape('a b&c'), qs.unescape('a%20b'), qs.parse('a:1;b:2', ';', ':'),
      decoder.write(Buffer.from([0xe2, 0x82])), decoder.write(Buffer.from([0xac])), decoder.end(Buffer.from([0xe2])), new StringDecoder('base64').end(Buffer.from('abcd')), new StringDecoder('utf16le').write(Buffer.from([0x61, 0, 0x62])),
      punycode.toASCII('mañana.example'), punycode.toUnicode('xn--maana-pta.example'), punycode.ucs2.decode('a\\u{1f600}'), punycode.encode('ü'),
    ];`);
});

test('events', async () => {
  await compare(`
    const EventEmitter = require('events'); const { once, on, errorMonitor } = EventEmitter; const told = [];
    const emitter = new EventEmitter();
    emitter.on('newListener', (name) => told.push(['new', name]));
    emitter.on('a', (...args) => told.push(['a', ...args])); emitter.prependListener('a', () => told.push('first')); emitter.once('a', () => told.push('once'));
    emitter.emit('a', 1, 2); emitter.emit('a');
    const waited = once(emitter, 'b'); emitter.emit('b', 7); told.push(await waited);
    told.push(tried(() => emitter.emit('error', new TypeError('no')))); told.push(tried(() => emitter.emit('error', 1))[1]);
    emitter.on(errorMonitor, (error) => told.push(['monitor', error.message])); told.push(tried(() => emitter.emit('error', new Error('seen'))));
    told.push(emitter.eventNames().map(String), emitter.listenerCount('a'), emitter.emit('nobody'), EventEmitter.defaultMaxListeners, emitter.getMaxListeners());
    told.push(tried(() => emitter.on('x', 1))[1]); emitter.removeAllListeners('a'); told.push(emitter.listenerCount('a'));
    const controller = new AbortController(); setTimeout(() => { emitter.emit('it', 1); emitter.emit('it', 2); controller.abort(); }, 5);
    try { for await (const [value] of on(emitter, 'it', { signal: controller.signal })) told.push(value); } catch (error) { told.push(error.name); }
    class Own extends EventEmitter {} told.push(new Own() instanceof EventEmitter, EventEmitter.getEventListeners(emitter, 'it').length);
    return told;`);
});

test('streams', async () => {
  await compare(`
    const { Readable, Writable, Transform, PassThrough, pipeline, finished, Duplex, Stream } = require('stream'); const promises = require('stream/promises'); const told = [];
    for await (const part of Readable.from(['a', 'b'])) told.push(part);
    const upper = new Transform({ transform(chunk, _, done) { done(null, String(chunk).toUpperCase()); } });
    const written = []; const sink = new Writable({ write(chunk, encoding, done) { written.push(String(chunk)); setTimeout(done, 1); } });
    await promises.pipeline(Readable.from(['x', 'y']), upper, sink); told.push(written);
    told.push(await promises.pipeline(Readable.from(['x']), async function* (source) { for await (const part of source) yield part + '!'; }, new PassThrough()).catch((error) => error.message));
    const broken = new Readable({ read() { this.destroy(new Error('broken')); } });
    told.push(await promises.finished(broken.resume()).catch((error) => error.message));
    await new Promise((done) => pipeline(Readable.from([Buffer.from('1'), Buffer.from('2')]), new PassThrough(), (error) => (told.push(String(error)), done())).resume());
    told.push(await Readable.from([1, 2, 3]).map((x) => x * 2).toArray(), await Readable.from([1, 2, 3]).filter((x) => x > 1).reduce((a, b) => a + b, 0));
    const pass = new PassThrough({ highWaterMark: 2 }); told.push(pass.write('abc'), pass.writableLength, pass.readableFlowing, pass.writableHighWaterMark); pass.end(); pass.setEncoding('utf8');
    const order = []; pass.on('data', (d) => order.push(d)); pass.on('end', () => order.push('end')); pass.on('close', () => order.push('close')); await promises.finished(pass); await new Promise((done) => setTimeout(done, 2)); told.push(order);
    told.push(new Duplex() instanceof Stream, new PassThrough() instanceof Duplex, typeof Stream.Readable);
    return told;`);
});

test('timers, assert, os and others', async () => {
  await compare(`
    const assert = require('assert'); const timers = require('timers/promises'); const told = [];
    const order = []; setTimeout(() => order.push('timeout'), 0); setImmediate(() => order.push('immediate')); process.nextTick(() => order.push('tick')); Promise.resolve().then(() => order.push('promise'));
    await timers.setTimeout(20); told.push(order.slice(0, 2).sort(), order.length);
    const timer = setTimeout(() => told.push('never'), 5); told.push(typeof timer.ref, timer.hasRef(), timer.unref().hasRef(), timer.refresh() === timer); clearTimeout(timer);
    const every = setInterval(() => {}, 1); clearInterval(every); clearTimeout(undefined); clearTimeout({});
    told.push(await timers.setTimeout(1, 'v'), await timers.setImmediate('i'), await timers.setTimeout(1000, 0, { signal: AbortSignal.abort() }).catch((error) => [error.name, error.code]));
    let count = 0; for await (const v of timers.setInterval(1, 'x')) { told.push(v); if (++count === 2) break; }
    told.push(tried(() => assert(false)).slice(0, 3), tried(() => assert.equal(1, 2)).slice(0, 3), tried(() => assert.deepStrictEqual({ a: 1 }, { a: 1 })), tried(() => assert.throws(() => { throw new Error('x'); })), tried(() => assert.strictEqual(1, '1')).slice(0, 3), tried(() => assert.ok(1)), tried(() => assert.ifError(null)), tried(() => setTimeout(1)));
    told.push(await assert.rejects(Promise.reject(new Error('a'))), require('os').EOL, typeof require('os').cpus().length, require('os').endianness(), require('net').isIP('::1'), require('net').isIP('1.2.3.4'), require('net').isIP('x'), require('net').isIPv4('256.1.1.1'), require('module').builtinModules.length, require('tty').isatty(1) === true ? false : false, require('worker_threads').isMainThread === undefined);
    told.push(require('os').constants.signals.SIGTERM, require('constants').O_RDONLY, typeof require('perf_hooks').performance.now(), typeof process.hrtime.bigint(), process.hrtime().length, process.version, process.versions.node, process.platform);
    return told;`);
});

test('crypto', async () => {
  await compare(`
    const crypto = require('crypto'); const util = require('util'); const told = [];
    for (const name of ['md5', 'sha1', 'sha256', 'SHA512', 'sha3-256', 'ripemd160']) told.push(crypto.createHash(name).update('a').update(Buffer.from([1, 2])).digest('hex'), crypto.createHmac(name, 'key').update('text').digest('base64url'));
    const big = Buffer.alloc(1_000_000, 'abc'); const one = crypto.createHash('sha256'); for (let i = 0; i < 3; i += 1) one.update(big); const copy = one.copy(); told.push(copy.digest('hex'), one.update('x').digest('base64'));
    told.push(tried(() => crypto.createHash('nope')), tried(() => crypto.createHmac('nope', 'k')), tried(() => crypto.createHash('md5').update(1)), tried(() => { const h = crypto.createHash('md5'); h.digest(); h.update('a'); }));
    const stream = crypto.createHash('sha1'); stream.end('streamed'); for await (const part of stream) told.push(part.toString('hex'));
    told.push(crypto.pbkdf2Sync('pass', 'salt', 1000, 40, 'sha512').toString('hex'), crypto.scryptSync('pass', 'salt', 32, { N: 1024 }).toString('hex'), (await util.promisify(crypto.pbkdf2)('p', 's', 10, 20, 'sha1')).toString('hex'), (await util.promisify(crypto.scrypt)('p', 's', 16)).toString('hex'), Buffer.from(crypto.hkdfSync('sha256', 'key', 'salt', 'info', 50)).toString('hex'));
    told.push(tried(() => crypto.pbkdf2Sync('p', 's', 1, 1, 'nope')), tried(() => crypto.pbkdf2Sync('p', 's', 0, 1, 'sha1')).slice(0, 3), tried(() => crypto.timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2))), crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a')));
    told.push(crypto.randomBytes(70_000).length, /^[0-9a-f-]{36}$/.test(crypto.randomUUID()), crypto.randomInt(5) < 5, crypto.randomFillSync(Buffer.alloc(4)).length, (await util.promisify(crypto.randomBytes)(4)).length);
    for (const [name, key, iv] of [['aes-256-cbc', 32, 16], ['aes-128-ctr', 16, 16], ['aes-256-gcm', 32, 12]]) {
      const cipher = crypto.createCipheriv(name, Buffer.alloc(key, 1), Buffer.alloc(iv, 2)); if (/gcm/.test(name)) cipher.setAAD(Buffer.from('data'));
      const text = cipher.update('hidden text', 'utf8', 'hex') + cipher.final('hex'); told.push(text);
      const decipher = crypto.createDecipheriv(name, Buffer.alloc(key, 1), Buffer.alloc(iv, 2)); if (/gcm/.test(name)) { told.push(cipher.getAuthTag().toString('hex')); decipher.setAAD(Buffer.from('data')); decipher.setAuthTag(cipher.getAuthTag()); }
      told.push(decipher.update(text, 'hex', 'utf8') + decipher.final('utf8'));
    }
    told.push(tried(() => crypto.createCipheriv('aes-256-cbc', Buffer.alloc(3), Buffer.alloc(16))).slice(0, 3), tried(() => crypto.createCipheriv('nope', Buffer.alloc(3), Buffer.alloc(16))).slice(0, 3), crypto.hash('sha1', 'x'));
    return told;`);
});

test('zlib', async () => {
  await compare(`
    const zlib = require('zlib'); const util = require('util'); const { pipeline } = require('stream/promises'); const { Readable, Writable } = require('stream'); const told = [];
    const data = Buffer.from('tide '.repeat(1000));
    for (const [pack, unpack] of [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'], ['brotliCompress', 'brotliDecompress'], ['gzip', 'unzip']]) {
      const packed = zlib[pack + 'Sync'](data, pack === 'brotliCompress' ? { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } } : { level: 9 }); told.push(packed.toString('base64'), zlib[unpack + 'Sync'](packed).equals(data), (await util.promisify(zlib[unpack])(packed)).length);
    }
    told.push(tried(() => zlib.gunzipSync(Buffer.from('not packed'))).slice(0, 4), tried(() => zlib.inflateSync(zlib.deflateSync(data), { maxOutputLength: 10 })).slice(0, 3), tried(() => zlib.gzipSync(1)).slice(0, 3), tried(() => zlib.gunzipSync(zlib.gzipSync(data).subarray(0, 20))).slice(0, 4));
    const parts = []; await pipeline(Readable.from([data, data]), zlib.createGzip(), zlib.createGunzip(), new Writable({ write(chunk, _, done) { parts.push(chunk); done(); } })); told.push(Buffer.concat(parts).length);
    told.push(await pipeline(Readable.from([Buffer.from('nope')]), zlib.createGunzip(), new Writable({ write(c, e, d) { d(); } })).catch((error) => [error.code, error.errno, error.message]));
    told.push(zlib.constants.Z_BEST_COMPRESSION, zlib.crc32('hello'), zlib.createInflate() instanceof zlib.Inflate);
    return told;`);
});

test('lines of a stream', async () => {
  await compare(`
    const readline = require('readline'); const { PassThrough } = require('stream');
    const read = async (parts, ask) => {
      const input = new PassThrough(); const told = [];
      const lines = readline.createInterface({ input, crlfDelay: Infinity, terminal: false });
      const closed = new Promise((done) => lines.once('close', done));
      if (ask) lines.question('who? ', (answer) => told.push('answer ' + answer));
      lines.on('line', (line) => told.push(line));
      for (const part of parts) input.write(part);
      input.end();
      await closed;
      return told;
    };
    const inLoop = async () => {
      const input = new PassThrough(); const told = [];
      input.end('one\\ntwo\\n\\nthree');
      for await (const line of readline.createInterface({ input })) told.push(line);
      return told;
    };
    return [
      await read(['a', 'b\\nc\\r\\nd', '']),
      await read([Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a]), '\\n\\n']),
      await read(['first\\nsecond\\n'], true),
      await read([]),
      await inLoop(),
      tried(() => readline.createInterface({ input: null })[0])[0],
    ];
  `);
});
