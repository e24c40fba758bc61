import { snippet, unclear } from './labelled-snippet.ts';

/** Modules of Node, however they are got at. */
export const node = [
  snippet('require', "const fs = require('fs'); fs.readFileSync('a');", ['filesystem.read']),
  snippet('require with node:', "require('node:fs').writeFileSync('a', 'b');", [
    'filesystem.write',
  ]),
  snippet('an import', "import fs from 'fs'; fs.mkdirSync('a');", ['filesystem.write']),
  snippet('promises', "import { promises } from 'fs'; promises.unlink('a');", ['filesystem.write']),
  snippet('promises, deeper', "const { promises: { readdir: list } } = require('fs'); list('a');", [
    'filesystem.read',
  ]),
  snippet('fs/promises', "import * as fs from 'node:fs/promises'; fs.rename('a', 'b');", [
    'filesystem.write',
  ]),
  snippet('what fs alone has, with promises', "require('fs').promises.statSync('a');", [
    'filesystem.read',
  ]),
  snippet(
    'what fs alone has, of fs/promises',
    "import { rmSync } from 'fs/promises'; rmSync('a');",
    ['filesystem.write'],
  ),
  snippet('opening to write, with promises', "require('fs').promises.openSync('a', 'w');", [
    'filesystem.write',
  ]),
  unclear('what neither fs nor its promises have', "require('fs').promises.statSecretly('a');"),
  snippet('copying counts as writing', "require('fs').copyFileSync('a', 'b');", [
    'filesystem.write',
  ]),
  snippet(
    'streams',
    "import { createReadStream, createWriteStream } from 'fs'; createReadStream('a').pipe(createWriteStream('b'));",
    ['filesystem.read', 'filesystem.write'],
  ),
  snippet('opening to read', "require('fs').openSync('a');", ['filesystem.read']),
  snippet('opening to write', "require('fs').openSync('a', 'w');", ['filesystem.write']),
  snippet('opening for both', "require('fs').openSync('a', 'r+');", [
    'filesystem.read',
    'filesystem.write',
  ]),
  snippet('constants', "import { constants } from 'fs'; console.log(constants.R_OK);", []),
  snippet(
    'paths and the system',
    "import { join } from 'path'; import os from 'os'; join(os.tmpdir(), 'a');",
    [],
  ),
  snippet('a program', "import { exec } from 'child_process'; exec('ls');", ['system.exec']),
  snippet('programs, as a namespace', "import * as cp from 'node:child_process'; cp.spawn('ls');", [
    'system.exec',
  ]),
  snippet('programs, by any name', "require('child_process')[how]('ls');", ['system.exec']),
  snippet(
    'servers and sockets',
    "require('net').connect(80); require('tls').connect(443); require('dgram').createSocket('udp4');",
    ['network'],
  ),
  snippet('http', "import https from 'https'; https.get('a');", ['network']),
  snippet('names of hosts', "import { resolve4 } from 'node:dns/promises'; resolve4('a');", [
    'network',
  ]),
  snippet('an unused require', "const cp = require('child_process'); console.log('a');", []),
  snippet(
    'an unused part',
    "const { exec, spawn } = require('child_process'); console.log('a');",
    [],
  ),
  snippet('an alias', "const read = require('fs').readFileSync; const again = read; again('a');", [
    'filesystem.read',
  ]),
  snippet('an alias of require', "const load = require; load('child_process').execSync('ls');", [
    'system.exec',
  ]),
  snippet(
    'an alias of the module',
    "const a = require('fs'); const b = a; const c = b; c.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'a default in a pattern',
    "const { readFile = null, ...rest } = require('fs'); rest.writeFile('a', 'b', () => {}); readFile('c');",
    ['filesystem.read', 'filesystem.write'],
  ),
  snippet('an assignment', "let fs; fs = require('fs'); fs.statSync('a');", ['filesystem.read']),
  snippet(
    'a choice',
    "const fs = fast ? require('graceful-fs') : require('fs'); fs.appendFileSync('a', 'b');",
    ['filesystem.write'],
  ),
  snippet('a fallback', "const http = globalThis.http || require('http'); http.request('a');", [
    'network',
  ]),
  snippet(
    'await import',
    "const { readFile } = await import('node:fs/promises'); await readFile('a');",
    ['filesystem.read'],
  ),
  snippet('then of an import', "import('fs').then((fs) => fs.writeFileSync('a', 'b'));", [
    'filesystem.write',
  ]),
  snippet('then with a pattern', "import('child_process').then(({ exec: run }) => run('ls'));", [
    'system.exec',
  ]),
  snippet('optional chaining', "require('fs')?.readFileSync?.('a');", ['filesystem.read']),
  snippet('a sequence', "(0, require('fs').rmSync)('a');", ['filesystem.write']),
  snippet(
    'a function that gives it',
    "const disk = () => require('fs'); disk().readFileSync('a');",
    ['filesystem.read'],
  ),
  snippet(
    'a function that is given it',
    "function save(fs) { fs.writeFileSync('a', 'b'); } save(require('fs'));",
    ['filesystem.write'],
  ),
  snippet(
    'a function with a pattern',
    "const save = ({ writeFileSync }) => writeFileSync('a', 'b'); save(require('fs'));",
    ['filesystem.write'],
  ),
  snippet(
    'a function called at once',
    "(function (fs) { fs.readFileSync('a'); })(require('fs'));",
    ['filesystem.read'],
  ),
  snippet(
    'a lazy getter',
    "const deps = { get fs() { return require('fs'); } }; deps.fs.readFileSync('a');",
    ['filesystem.read'],
  ),
  snippet(
    'a property',
    "const deps = { disk: require('fs') }; deps.disk.writeFileSync('a', 'b');",
    ['filesystem.write'],
  ),
  snippet(
    'a property that is assigned',
    "const deps = {}; deps.disk = require('fs'); deps.disk.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'a class field',
    "class A { fs = require('fs'); go() { this.fs.readFileSync('a'); } } new A().go();",
    ['filesystem.read'],
  ),
  snippet(
    'a private field',
    "class A { #fs = require('fs'); go() { this.#fs.readFileSync('a'); } } new A().go();",
    ['filesystem.read'],
  ),
  snippet(
    'a static field',
    "class A { static run = require('child_process').execSync; } A.run('ls');",
    ['system.exec'],
  ),
  snippet(
    'a static block',
    "class A { static fs; static { A.fs = require('fs'); } } A.fs.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'promisify',
    "const { promisify } = require('util'); const run = promisify(require('child_process').exec); run('ls');",
    ['system.exec'],
  ),
  snippet(
    'bind, call and apply',
    "const fs = require('fs'); fs.readFileSync.bind(fs)('a'); fs.statSync.call(null, 'b');",
    ['filesystem.read'],
  ),
  snippet(
    'spread of a namespace',
    "const all = { ...require('fs') }; all.writeFileSync('a', 'b');",
    ['filesystem.write'],
  ),
  snippet('Object.assign', "const all = Object.assign({}, require('fs')); all.readFileSync('a');", [
    'filesystem.read',
  ]),
  snippet(
    'an array of modules',
    "const [fs, cp] = [require('fs'), require('child_process')]; fs.readFileSync('a'); cp.exec('b');",
    ['filesystem.read', 'system.exec'],
  ),
  snippet('a loop over modules', "for (const fs of [require('fs')]) fs.readFileSync('a');", [
    'filesystem.read',
  ]),
  snippet('forEach over modules', "[require('fs')].forEach((fs) => fs.writeFileSync('a', 'b'));", [
    'filesystem.write',
  ]),
  snippet(
    'a file between',
    {
      'main.js': "const { fs } = require('./deps'); fs.writeFileSync('a', 'b');",
      'deps.js': "exports.fs = require('fs');",
    },
    ['filesystem.write'],
  ),
  snippet(
    'module.exports between',
    { 'main.js': "require('./fs').readFileSync('a');", 'fs.js': "module.exports = require('fs');" },
    ['filesystem.read'],
  ),
  snippet(
    'an object of exports between',
    {
      'main.js': "const deps = require('./deps.js'); deps.cp.exec('a');",
      'deps.js': "module.exports = { cp: require('child_process') };",
    },
    ['system.exec'],
  ),
  snippet(
    'export default between',
    {
      'main.js': "import disk from './disk.js'; disk.readFileSync('a');",
      'disk.js': "import fs from 'fs'; export default fs;",
    },
    ['filesystem.read'],
  ),
  snippet(
    'export * as between',
    {
      'main.js': "import { disk } from './a.js'; disk.readFileSync('a');",
      'a.js': "export * from './b.js';",
      'b.js': "export * as disk from 'fs';",
    },
    ['filesystem.read'],
  ),
  snippet(
    'export of a part between',
    {
      'main.js': "import { get } from './a.js'; get('a');",
      'a.js': "export { readFileSync as get } from 'fs';",
    },
    ['filesystem.read'],
  ),
  snippet(
    'an export that nobody imports',
    {
      'main.js': "import { b } from './a.js'; b();",
      'a.js': "export { readFileSync } from 'fs'; export const b = () => 1;",
    },
    [],
  ),
  snippet(
    'a function of another file',
    {
      'main.js': "import { use } from './use.js'; import fs from 'fs'; use(fs);",
      'use.js': "export function use(disk) { disk.rmSync('a'); }",
    },
    ['filesystem.write'],
  ),
  snippet(
    'createRequire',
    "import { createRequire } from 'module'; const load = createRequire(import.meta.url); load('fs').readFileSync('a');",
    ['filesystem.read'],
  ),
  snippet('getBuiltinModule', "process.getBuiltinModule('child_process').execSync('ls');", [
    'system.exec',
  ]),
  snippet('module.require', "module.require('fs').rmSync('a');", ['filesystem.write']),
  snippet(
    'require of the main module',
    "process.mainModule.require('child_process').execSync('ls');",
    ['system.exec'],
  ),
  snippet(
    'a name put together',
    "const fs = require('f' + 's'); fs['write' + 'FileSync']('a', 'b');",
    ['filesystem.write'],
  ),
  snippet('a name in a template', "const kind = 'read'; require('fs')[`${kind}FileSync`]('a');", [
    'filesystem.read',
  ]),
  snippet(
    'a name from a table',
    "const names = ['readFileSync', 'rmSync']; require('fs')[names[1]]('a');",
    ['filesystem.write'],
  ),
  snippet(
    'a name from an object',
    "const names = { get: 'readFileSync' }; require('fs')[names.get]('a');",
    ['filesystem.read'],
  ),
  snippet(
    'names of a loop',
    "for (const name of ['readFileSync', 'statSync']) require('fs')[name]('a');",
    ['filesystem.read'],
  ),
  snippet(
    'a name from characters',
    "require('fs')[String.fromCharCode(114, 109, 83, 121, 110, 99)]('a');",
    ['filesystem.write'],
  ),
  snippet('a name joined', "require('fs')[['rm', 'Sync'].join('')]('a');", ['filesystem.write']),
  snippet('a name turned around', "require('fs')['cnySmr'.split('').reverse().join('')]('a');", [
    'filesystem.write',
  ]),
  snippet('a name in base64', "require(atob('Y2hpbGRfcHJvY2Vzcw==')).exec('a');", ['system.exec']),
  snippet(
    'a name that callers give',
    "const call = (name) => require('fs')[name]('a'); call('readFileSync'); call('statSync');",
    ['filesystem.read'],
  ),
  snippet('Reflect.get', "Reflect.get(require('fs'), 'rmSync')('a');", ['filesystem.write']),
  snippet('Proxy', "new Proxy(require('fs'), {}).readFileSync('a');", ['filesystem.read']),
  snippet('databases', "import { DatabaseSync } from 'node:sqlite'; new DatabaseSync('a');", [
    'filesystem.read',
    'filesystem.write',
  ]),
  snippet('guarded by try', "try { require('child_process').execSync('ls'); } catch {}", [
    'system.exec',
  ]),
  snippet('in code that never runs', "if (false) { require('fs').readFileSync('a'); }", [
    'filesystem.read',
  ]),
  snippet(
    'methods of the same name',
    "class Cache { readFileSync() {} exec() {} } const cache = new Cache(); cache.readFileSync(); /a/.exec('b');",
    [],
  ),
  snippet(
    'a local require',
    "function load(require) { return require('./a').exec('b'); } load(() => ({ exec() {} }));",
    [],
  ),
  snippet(
    'a file of its own',
    {
      'main.js': "const fs = require('./fs'); fs.readFileSync('a');",
      'fs.js': 'exports.readFileSync = () => 1;',
    },
    [],
  ),
  snippet(
    'names in comments, texts and regular expressions',
    "// require('fs').readFileSync\nconst a = \"require('child_process').exec\"; const b = /fs.writeFile/; console.log(a, b);",
    [],
  ),
  snippet(
    'a default import by webpack',
    'var n=e=>{var t=e&&e.__esModule?()=>e.default:()=>e;return n.d(t,{a:t}),t};n.d=(e,t)=>{for(var r in t)Object.defineProperty(e,r,{enumerable:!0,get:t[r]})};var fs=require("fs"),o=n(fs);o().rmSync("a")',
    ['filesystem.write'],
  ),
  snippet(
    'what looks like a helper for imports and gives something else',
    "const fs = require('fs'); function help(m, __esModule, d = 'default') { return fs; } help(0).rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'what looks like a helper for imports and wraps its module',
    "function help(m, __esModule, d = 'default') { return [m]; } help(require('fs'))[0].rmSync('a');",
    ['filesystem.write'],
  ),
  unclear('a computed member', "require('fs')[name]('a');"),
  unclear('a computed module', 'require(name);'),
  unclear('a computed import', 'await import(name);'),
  unclear(
    'a namespace for a stranger',
    "import fs from 'fs'; import { patch } from 'some-package'; patch(fs);",
  ),
  unclear(
    'a namespace in a map',
    "const deps = new Map(); deps.set('fs', require('fs')); deps.get('fs').readFileSync('a');",
  ),
  unclear(
    'a table that is turned',
    "const t = ['rmSync', 'a']; t.push(t.shift()); require('fs')[t[1]]('a');",
  ),
  unclear('all values of a namespace', "for (const f of Object.values(require('fs'))) f('a');"),
  unclear('bindings of the process', "process.binding('spawn_sync');"),
  unclear('native code', "require('./addon.node').run();"),
];
