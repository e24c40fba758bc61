import { type BundleSource, source } from '../bundle-source.ts';

/** Uses of Node's modules, by each way to import them. */
export const nodeSources: BundleSource[] = [
  source(
    'namespace-import',
    {
      'main.ts':
        "import * as fs from 'fs';\nexport const clean = (path: string) => fs.rmSync(path);\n",
    },
    ['filesystem.write'],
  ),
  source(
    'default-import',
    {
      'main.ts': `import fs from 'node:fs';
import path from 'node:path';
export const read = (name: string) => fs.readFileSync(path.join('a', name), 'utf8');
`,
    },
    ['filesystem.read'],
  ),
  source(
    'default-and-namespace',
    {
      'main.ts': `import http, * as everything from 'node:http';
import os from 'node:os';
export const get = () => http.get('http://localhost') ?? everything.STATUS_CODES[os.EOL];
`,
    },
    ['network'],
  ),
  source(
    'several-defaults',
    {
      'main.ts': `import cp from 'node:child_process';
import url from 'node:url';
import util from 'node:util';
import * as events from 'node:events';
export class Run extends events.EventEmitter {
  go() { return util.promisify(cp.execFile)(url.fileURLToPath('file:///a')); }
}
`,
    },
    ['system.exec'],
  ),
  source(
    'facts-only',
    {
      'main.ts': `import * as http from 'node:http';
import * as path from 'node:path';
import * as os from 'node:os';
export const named = (code: number) => http.STATUS_CODES[code];
export const home = () => path.join(os.homedir(), 'tide');
`,
    },
    [],
  ),
  {
    name: 'export-all',
    files: {
      'main.ts': "import { rmSync } from './disk.js';\nexport const clean = () => rmSync('a');\n",
      'disk.ts': "export * from 'node:fs';\n",
    },
    needs: ['filesystem.write'],
    // Bun writes the module's name without declaring it
    brokenBy: ['bun (esm)', 'bun (esm, minified)'],
  },
  source(
    'export-all-and-own',
    {
      'main.ts':
        "import * as disk from './disk.js';\nexport const go = () => disk.here('a') && disk.readFileSync('a');\n",
      'disk.ts':
        "import { existsSync } from 'node:fs';\nexport * from 'node:fs';\nexport const here = (path: string) => existsSync(path);\n",
    },
    ['filesystem.read'],
  ),
  source(
    'export-namespace',
    {
      'main.ts':
        "import { disk } from './disk.js';\nexport const clean = () => disk.unlinkSync('a');\n",
      'disk.ts': "export * as disk from 'node:fs';\n",
    },
    ['filesystem.write'],
  ),
  source(
    'export-default-of-module',
    {
      'main.ts': "import net from './net.js';\nexport const open = () => net.connect(1);\n",
      'net.ts': "import net from 'node:net';\nexport default net;\n",
    },
    ['network'],
  ),
  source(
    'through-files',
    {
      'main.ts': "import { read } from './a.js';\nexport const go = () => read('a');\n",
      'a.ts': "export { load as read } from './b.js';\n",
      'b.ts': "export * from './c.js';\n",
      'c.ts':
        "import { readFile } from 'node:fs/promises';\nexport const load = (path: string) => readFile(path, 'utf8');\n",
    },
    ['filesystem.read'],
  ),
  source(
    'dynamic-import',
    {
      'main.ts': `export async function go() {
  const { writeFile } = await import('node:fs/promises');
  const path = await import('node:path');
  await writeFile(path.join('a', 'b'), 'c');
}
`,
    },
    ['filesystem.write'],
  ),
  source(
    'dynamic-import-of-file',
    {
      'main.ts': "export const go = async () => (await import('./later.js')).run('a');\n",
      'later.ts':
        "import { exec } from 'node:child_process';\nexport const run = (command: string) => exec(command);\n",
    },
    ['system.exec'],
  ),
  source(
    'dynamic-import-then',
    {
      'main.js':
        "export const go = () => import('node:dns').then((dns) => dns.lookup('localhost', () => {}));\n",
    },
    ['network'],
  ),
  source(
    'json',
    {
      'main.ts':
        "import data from './data.json' with { type: 'json' };\nexport const levels = () => data.levels.map((level: number) => level + 1);\n",
      'data.json': '{ "levels": [1, 2], "default": true }\n',
    },
    [],
  ),
  source(
    'class-fields',
    {
      'main.ts': `import * as fs from 'node:fs';
export class Store {
  static #made = 0;
  static folder = 'a';
  #disk = fs;
  files: string[] = [];
  read = (path: string) => this.#disk.readFileSync(path);
  static { Store.#made += 1; }
}
`,
    },
    ['filesystem.read'],
  ),
  source(
    'try-require',
    {
      'main.js': `let run;
try {
  run = require('child_process');
} catch {
  run = undefined;
}
exports.go = () => run && run.exec('a');
`,
    },
    ['system.exec'],
  ),
  source(
    'try-require-of-file',
    {
      'main.js': `let native;
try {
  native = require('./native.js');
} catch {}
exports.go = () => (native ? native.go() : null);
`,
      'native.js':
        "const { spawn } = require('node:child_process');\nexports.go = () => spawn('a');\n",
    },
    ['system.exec'],
  ),
  source(
    'try-require-in-function',
    {
      'main.js': `const load = () => {
  try {
    return require('node:child_process');
  } catch {}
};
module.exports.go = () => load().execSync('a');
`,
    },
    ['system.exec'],
  ),
  source(
    'shared-helper',
    {
      'main.ts': `import { readText } from './text.js';
import { send } from './send.js';
export const go = async () => send(await readText('a'));
`,
      'text.ts':
        "import { readFile } from 'node:fs/promises';\nimport { once } from './once.js';\nexport const readText = once((path: string) => readFile(path, 'utf8'));\n",
      'send.ts':
        "import { request } from 'node:https';\nimport { once } from './once.js';\nexport const send = once((text: string) => request('https://localhost').end(text));\n",
      'once.ts': `export function once<T, R>(run: (given: T) => R): (given: T) => R {
  const known = new Map<T, R>();
  return (given) => {
    if (!known.has(given)) known.set(given, run(given));
    return known.get(given) as R;
  };
}
`,
    },
    ['filesystem.read', 'network'],
  ),
  source(
    'circular',
    {
      'main.ts': "import { even } from './even.js';\nexport const go = () => even(3);\n",
      'even.ts':
        "import { odd } from './odd.js';\nexport const even = (n: number): boolean => (n === 0 ? true : odd(n - 1));\n",
      'odd.ts':
        "import { statSync } from 'node:fs';\nimport { even } from './even.js';\nexport const odd = (n: number): boolean => statSync('a').size > n && even(n - 1);\n",
    },
    ['filesystem.read'],
  ),
  source(
    'side-effect',
    {
      'main.ts': "import './start.js';\nexport {};\n",
      'start.ts': "import { mkdirSync } from 'node:fs';\nmkdirSync('a');\n",
    },
    ['filesystem.write'],
  ),
  source(
    'global-fetch',
    {
      'main.ts': `export async function get(url: string): Promise<unknown> {
  const answer = await fetch(url);
  return answer.json();
}
`,
    },
    ['network'],
  ),
  source(
    'global-object',
    {
      'main.js': `import { headers, request } from './native.js';
export const go = () => request('https://localhost', headers());
`,
      'native.js': `export const request = (...given) => globalThis.fetch(...given);
export const headers = () => new globalThis.Headers();
export const Blob = globalThis.Blob;
`,
    },
    ['network'],
  ),
  source(
    'spread-of-namespace',
    {
      'main.ts': `import * as fs from 'node:fs';
const disk = { ...fs, name: 'disk' };
export const go = () => disk.appendFileSync('a', 'b');
`,
    },
    ['filesystem.write'],
  ),
  source(
    'spread-of-options',
    {
      'main.ts': `import { spawn } from 'node:child_process';
interface Options { cwd?: string; env?: Record<string, string> }
const standard: Options = { cwd: 'a' };
export const run = (options: Options, { cwd, ...rest }: Options = {}) =>
  spawn('a', [...(cwd ? [cwd] : [])], { ...standard, ...options, ...rest });
`,
    },
    ['system.exec'],
  ),
  source(
    'enums',
    {
      'main.ts': `import { Level, type Tide } from './level.js';
export const named = (tide: Tide) => Level[tide.level];
export const high: Tide = { level: Level.High };
`,
      'level.ts':
        'export enum Level { Low, High = 4 }\nexport namespace Level2 { export const top = Level.High; }\nexport interface Tide { level: Level }\n',
    },
    [],
  ),
  source(
    'async-generators',
    {
      'main.ts': `import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
export async function* lines(path: string) {
  for await (const line of createInterface({ input: createReadStream(path) })) yield line.trim();
}
export async function count(path: string) {
  let all = 0;
  for await (const line of lines(path)) all += line.length;
  return all;
}
`,
    },
    ['filesystem.read'],
  ),
  source(
    'generator-helpers',
    {
      'main.ts': `function* numbers(to: number) { for (let n = 0; n < to; n += 1) yield n; }
export const sum = (to: number) => { let all = 0; for (const n of numbers(to)) all += n; return all; };
export const pairs = (map: Map<string, number>) => [...map].map(([name, value]) => ({ name, value }));
`,
    },
    [],
  ),
  source(
    'commonjs-library',
    {
      'main.ts': "import glob from './glob.cjs';\nexport const find = () => glob.sync('*');\n",
      'glob.cjs':
        "var fs = require('fs');\nvar path = require('path');\nmodule.exports = glob;\nfunction glob(pattern) { return glob.sync(pattern); }\nglob.sync = function (pattern) { return fs.readdirSync(path.dirname(pattern)); };\n",
    },
    ['filesystem.read'],
  ),
  source(
    'commonjs-with-es-module',
    {
      'main.ts':
        "import send, { close } from './send.cjs';\nexport const go = () => { send('a'); close(); };\n",
      'send.cjs':
        "'use strict';\nObject.defineProperty(exports, '__esModule', { value: true });\nvar https = require('https');\nexports.default = function send(text) { return https.request('https://localhost').end(text); };\nexports.close = function close() {};\n",
    },
    ['network'],
  ),
  source(
    'two-libraries',
    {
      'main.ts':
        "import { id } from './id.cjs';\nimport { post } from './post.cjs';\nexport const go = () => post(id());\n",
      'id.cjs':
        "var crypto = require('crypto');\nvar make = crypto.randomUUID || function () { return crypto.randomBytes(16).toString('hex'); };\nexports.id = function () { return make(); };\n",
      'post.cjs':
        "var http = require('http');\nvar https = require('https');\nvar zlib = require('zlib');\nexports.post = function (text, secure) { return (secure ? https : http).request('a').end(zlib.gzipSync(text)); };\n",
    },
    ['network'],
  ),
  source(
    'object-of-functions',
    {
      'main.ts': `import * as fs from 'node:fs';
const actions: Record<string, (path: string) => unknown> = {
  read: (path) => fs.readFileSync(path),
  clear: (path) => fs.truncateSync(path),
};
export const act = (name: string) => actions[name]?.('a');
`,
    },
    ['filesystem.read', 'filesystem.write'],
  ),
  source(
    'template-tags',
    {
      'main.ts': `const tag = (parts: TemplateStringsArray, ...given: unknown[]) => parts.raw.join(String(given.length));
export const text = (name: string) => tag\`a\${name}b\` + (name ?? '').replaceAll('a', 'b');
`,
    },
    [],
  ),
];
