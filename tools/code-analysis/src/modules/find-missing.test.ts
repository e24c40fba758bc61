import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';

const native = '{"name":"tide","engines":{"orchestra":"^1.0.0"},"main":"main.js"}';
const raycast = '{"name":"tide","commands":[{"name":"main","title":"Main","mode":"view"}]}';
const vscode = '{"name":"tide","engines":{"vscode":"^1.90.0"},"main":"main.js"}';

function readPackage(contents: Record<string, string>, entries: string[]) {
  const files = Object.entries({ 'package.json': native, ...contents });
  return analyzeCode({
    files: new Map(files.map(([path, text]) => [path, Buffer.from(text)])),
    entries,
  });
}

function analyze(contents: Record<string, string>, entries = ['main.js']) {
  const { missing = [], misformatted = [] } = readPackage(contents, entries);
  const names = (isCertain: boolean) =>
    missing
      .filter((one) => one.isCertain === isCertain && one.ofNode === undefined)
      .map(({ module, place }) => `${place.file} ${module}`);
  return {
    certain: names(true),
    maybe: names(false),
    misformatted: misformatted.map(({ what, place }) => `${place.file} ${what}`),
  };
}

/** What of Node a native extension can't be loaded without, and what it may load. */
function builtinsOf(contents: Record<string, string>, entries = ['main.js']) {
  const { missing = [], misformatted = [] } = readPackage(contents, entries);
  const names = (isCertain: boolean) =>
    missing
      .filter((one) => one.isCertain === isCertain && one.ofNode)
      .map(({ module, place: { file, line } }) => `${file}:${line} ${module}`);
  return { certain: names(true), maybe: names(false), misformatted };
}
/** What stands for `require` in ES modules of esbuild. */
const substitute =
  'var __require = ((x) => typeof require !== "undefined" ? require : x)(function(x) { if (typeof require !== "undefined") return require.apply(this, arguments); throw Error(\'Dynamic require of "\' + x + \'" is not supported\'); });';
const nothing = { certain: [], maybe: [], misformatted: [] };

test.each<[string, Record<string, string>]>([
  [
    'Node and the app',
    {
      'main.js':
        "const a = [require('fs'), require('node:test'), require('@orchestra/api'), require('react/jsx-runtime')];",
    },
  ],
  [
    'the API of VS Code',
    { 'package.json': vscode, 'main.js': "require('vscode'); require('@orchestra/api');" },
  ],
  [
    'the API of Raycast',
    { 'package.json': raycast, 'main.js': "require('@raycast/api'); require('@raycast/utils');" },
  ],
  [
    'files by every ending',
    {
      'main.js':
        "require('./a'); require('./b'); require('./c'); require('./d/'); require('./e'); require('.');",
      'a.js': '',
      'b.json': '{}',
      'c.node': '',
      'd/index.js': '',
      'e/package.json': '{"main":"lib"}',
      'e/lib/index.js': '',
      'index.js': '',
    },
  ],
  [
    'the package itself',
    {
      'package.json':
        '{"name":"tide","exports":{".":"./main.js","./*":{"require":"./lib/*.js"}},"imports":{"#lib/*":"./lib/*.js"}}',
      'main.js': "require('tide'); require('tide/a'); require('#lib/a');",
      'lib/a.js': '',
    },
  ],
  [
    'node_modules of the package',
    {
      'main.js': "require('a'); require('@b/c/d'); require('e');",
      'node_modules/a/package.json': '{"exports":{"import":"./a.mjs","require":"./a.cjs"}}',
      'node_modules/a/a.cjs': '',
      'node_modules/@b/c/d.js': '',
      'node_modules/e/index.js': '',
    },
  ],
  [
    'an ES module without a type',
    {
      'main.js': "import { a } from './a.js';\nexport const activate = a;\n",
      'a.js': 'export const a = 1;',
    },
  ],
])('findMissing() finds %s', (_what, contents) => {
  expect(analyze(contents)).toEqual(nothing);
});

test.each<[string, Record<string, string>, string[]]>([
  ['a package', { 'main.js': "require('left-pad');" }, ['main.js left-pad']],
  [
    'a built-in that Node has not',
    { 'main.js': "import 'node:left-pad';" },
    ['main.js node:left-pad'],
  ],
  [
    'an address',
    { 'main.js': "import 'https://example.com/a.js';" },
    ['main.js https://example.com/a.js'],
  ],
  ['a file above the package', { 'main.js': "require('../a');", 'a.js': '' }, ['main.js ../a']],
  [
    'an ending that an ES module must name',
    { 'main.js': "import './a';", 'a.js': '' },
    ['main.js ./a'],
  ],
  [
    'a package that a loaded file loads',
    { 'main.js': "require('./a');", 'a.js': "require('left-pad');" },
    ['a.js left-pad'],
  ],
  [
    'a package of a language server',
    {
      'main.js':
        "const path = require('path');\nexports.activate = (context) => { const module = context.asAbsolutePath(path.join('server', 'out', 'server.js')); new LanguageClient('a', { run: { module, transport: 1 } }); };",
      'server/out/server.js': "require('left-pad');",
    },
    ['server/out/server.js left-pad'],
  ],
  [
    'a package of a language server that is named without its ending',
    {
      'main.js':
        "exports.activate = (context) => { const module = context.asAbsolutePath('server/out/server'); new LanguageClient('a', { run: { module, transport: 1 } }); };",
      'server/out/server.js': "require('left-pad');",
    },
    ['server/out/server.js left-pad'],
  ],
  [
    'a package of a program that is named without its ending',
    {
      'main.js': "require('child_process').fork(require('path').join(__dirname, 'server'));",
      'server.js': "require('left-pad');",
    },
    ['server.js left-pad'],
  ],
  ['the API of VS Code', { 'main.js': "require('vscode');" }, ['main.js vscode']],
  [
    'the API of Raycast',
    { 'package.json': vscode, 'main.js': "require('@raycast/api');" },
    ['main.js @raycast/api'],
  ],
  [
    'a package of a worker',
    {
      'main.js':
        "exports.activate = () => new Worker(new URL('./lib/worker.js', import_meta.url));",
      'lib/worker.js': "require('left-pad');",
    },
    ['lib/worker.js left-pad'],
  ],
  [
    'a package of a program',
    {
      'lib/main.js': 'exports.activate = () => fork(`${__dirname}/child.js`);',
      'lib/child.js': "require('left-pad');",
      'main.js': "require('./lib/main');",
    },
    ['lib/child.js left-pad'],
  ],
  [
    'a package of a program that Node runs',
    {
      'main.js':
        "require('child_process').spawn(process.execPath, ['--no-warnings', require('path').join(__dirname, 'out', 'run.mjs'), '--stdio']);",
      'out/run.mjs': "import 'left-pad';",
    },
    ['out/run.mjs left-pad'],
  ],
  [
    'a package of a language server that is a command',
    {
      'main.js':
        "exports.activate = (context) => new LanguageClient('a', { command: 'node', args: [context.asAbsolutePath('server/out/server.js'), '--stdio'] });",
      'server/out/server.js': "import 'left-pad';",
    },
    ['server/out/server.js left-pad'],
  ],
  [
    'a package of each of two programs',
    {
      'main.js': "fork(isDebug ? './out/a.js' : './out/b.js');",
      'out/a.js': "require('left-pad');",
      'out/b.js': "require('right-pad');",
    },
    ['out/a.js left-pad', 'out/b.js right-pad'],
  ],
  [
    'a package of a chunk of a server',
    {
      'main.js': "fork('./out/a.js');",
      'out/a.js': "import './chunk.js';",
      'out/chunk.js': "import 'left-pad';",
    },
    ['out/chunk.js left-pad'],
  ],
  [
    'the API of the app in a program',
    {
      'package.json': vscode,
      'main.js': "require('vscode'); fork('./out/a.js');",
      'out/a.js': "require('vscode');",
    },
    ['out/a.js vscode'],
  ],
  [
    'the API of the app in a file that the extension and a worker load',
    {
      'package.json': vscode,
      'main.js': "require('./lib'); new Worker('./out/a.js');",
      'lib.js': "require('vscode');",
      'out/a.js': "require('../lib');",
    },
    ['lib.js vscode'],
  ],
  [
    'a package of a file that the extension loads later, and a program at once',
    {
      'main.js': "fork('./out/a.js'); exports.run = () => require('./lib');",
      'lib.js': "require('left-pad');",
      'out/a.js': "require('../lib');",
    },
    ['lib.js left-pad'],
  ],
])('findMissing() is certain that %s is missing', (_what, contents, certain) => {
  expect(analyze(contents)).toEqual({ ...nothing, certain });
});

test.each<[string, string]>([
  ['loads it in a try', "try { require('vscode'); require('left-pad'); } catch {}"],
  ['loads it later', "exports.run = () => [require('vscode'), require('left-pad')];"],
  ['loads it under a condition', "if (isApp()) { require('vscode'); require('left-pad'); }"],
  [
    'may be given it',
    "const { _load } = require('module'); if (isApp()) require('left-pad'); require('vscode');",
  ],
])('findMissing() takes for optional what a program lacks that %s', (_how, text) => {
  const contents = { 'package.json': vscode, 'main.js': "fork('./out/a.js');", 'out/a.js': text };
  const { certain, maybe } = analyze(contents);
  expect(certain).toEqual([]);
  expect(maybe.toSorted()).toEqual(['out/a.js left-pad', 'out/a.js vscode']);
});

test('findMissing() takes a bare word for no program that surely is one', () => {
  const files = { 'main.js': "new TaskWorker('task');", 'task.js': "require('vscode');" };
  expect(analyze({ 'package.json': vscode, ...files })).toEqual(nothing);
});

test('findMissing() takes what only a lazily loaded file needs for optional', () => {
  const contents = {
    'main.js': "exports.activate = () => require('./a');",
    'a.js': "require('left-pad');",
  };
  expect(analyze(contents)).toEqual({ ...nothing, maybe: ['a.js left-pad'] });
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'an ES module by a name of CommonJS',
    { 'main.js': "require('./a.cjs');", 'a.cjs': 'export {};' },
    ['a.cjs esm-in-commonjs'],
  ],
  [
    'an ES module in a package of CommonJS',
    {
      'package.json': vscode.replace('"name"', '"type":"commonjs","name"'),
      'main.js': 'export const activate = 0;',
    },
    ['main.js esm-in-commonjs'],
  ],
  [
    'CommonJS in a package of ES modules',
    {
      'package.json': native.replace('"name"', '"type":"module","name"'),
      'main.js': 'exports.activate = 0;',
    },
    ['main.js commonjs-in-esm'],
  ],
  [
    'both in one file',
    { 'main.js': "import 'fs';\nconst a = require('fs');" },
    ['main.js commonjs-in-esm'],
  ],
  [
    'a top await below an entry that is required',
    {
      'package.json': vscode,
      'main.js': "export * from './a.mjs';",
      'a.mjs': 'export const a = await 0;',
    },
    ['a.mjs await-in-required'],
  ],
])('findMissing() finds %s', (_what, contents, misformatted) => {
  expect(analyze(contents)).toEqual({ ...nothing, misformatted });
});

test('findMissing() lets a native entry await at its top', () => {
  expect(analyze({ 'main.js': 'export const activate = await 0;' })).toEqual(nothing);
});

test.each<[string, string]>([
  [
    'both branches',
    "if (process.platform === 'win32') require('./win.js'); else require('./unix.js');",
  ],
  [
    'both ends of an expression',
    "module.exports = isWindows() ? require('./win.js') : require('unix');",
  ],
  [
    'each case',
    "switch (process.platform) { case 'win32': require('./win.js'); break; default: if (a()) require('b'); else require('c'); }",
  ],
])('findMissing() is certain of what %s of a condition miss', (_where, text) => {
  expect(analyze({ 'main.js': text }).maybe).toEqual([]);
  expect(analyze({ 'main.js': text }).certain.length).toBeGreaterThan(1);
});

test.each<[string, string]>([
  [
    'one branch',
    "if (process.platform === 'win32') require('./win.js'); else require('./unix.js');",
  ],
  [
    'one branch of two conditions',
    "if (a()) { if (b()) require('./win.js'); } else require('./win.js');",
  ],
  ['the only branch', "if (a()) require('./win.js');"],
  ['cases without a default', "switch (a()) { case 1: require('./win.js'); }"],
  [
    'both branches in a try',
    "try { if (a()) require('./win.js'); else require('./mac.js'); } catch {}",
  ],
  [
    'functions of both branches',
    "const f = a() ? () => require('./win.js') : () => require('./mac.js');",
  ],
])('findMissing() takes for optional what %s alone miss', (_where, text) => {
  expect(analyze({ 'main.js': text, 'unix.js': '' }).certain).toEqual([]);
  expect(analyze({ 'main.js': text, 'unix.js': '' }).maybe.length).toBeGreaterThan(0);
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'an import',
    { 'main.js': "import 'node:fs';\nimport './a.js';", 'a.js': "export * from 'os';" },
    ['a.js:1 os', 'main.js:1 node:fs'],
  ],
  ['a require', { 'main.js': "const fs = require('fs');" }, ['main.js:1 fs']],
  [
    'a condition that holds without Node',
    { 'main.js': "if (typeof process === 'undefined') require('fs');" },
    ['main.js:1 fs'],
  ],
  [
    'the substitute for require of esbuild',
    { 'main.js': `${substitute}\n__require('os');\nexport {};` },
    ['main.js:2 os'],
  ],
])(
  'findMissing() tells what a native extension needs of Node by %s',
  (_what, contents, certain) => {
    expect(builtinsOf(contents)).toEqual({ certain, maybe: [], misformatted: [] });
  },
);

test.each<[string, string]>([
  ['a try', "try { require('fs'); } catch {}"],
  ['a function', "exports.activate = () => require('fs');"],
  ['an import that is called later', "exports.activate = () => import('fs');"],
  ['a condition that holds in Node', "if (typeof process !== 'undefined') require('fs');"],
  [
    'a try around the substitute of esbuild',
    `${substitute} try { __require('fs'); } catch {}\nexport {};`,
  ],
])('findMissing() only warns a native extension of what it loads of Node in %s', (_what, text) => {
  expect(builtinsOf({ 'main.js': text })).toEqual({
    certain: [],
    maybe: [expect.stringMatching(/^main.js:1 fs$/)],
    misformatted: [],
  });
});

test.each<[string, Record<string, string>]>([
  [
    'other kinds of extensions',
    { 'package.json': vscode, 'main.js': "require('fs'); require('node:os');" },
  ],
  [
    'a program that Node runs',
    {
      'main.js': "import { system } from '@orchestra/api'; system.exec('node', ['./out/run.mjs']);",
      'out/run.mjs': "import 'fs';",
    },
  ],
  [
    'a package of the same name that is packed',
    { 'main.js': "require('events');", 'node_modules/events/index.js': '' },
  ],
])('findMissing() lets %s have modules of Node', (_what, contents) => {
  expect(builtinsOf(contents)).toEqual({ certain: [], maybe: [], misformatted: [] });
});
