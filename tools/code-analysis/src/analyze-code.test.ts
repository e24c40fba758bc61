import { expect, test } from 'vitest';
import { analyzeCode } from './analyze-code.ts';

/** Permissions with their places, and what is unresolved, as short texts. */
function analyze(files: string | Record<string, string>): string[] {
  const texts = typeof files === 'string' ? { 'main.js': files } : files;
  const encoded = Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)] as const);
  const { permissions, unresolved } = analyzeCode({
    files: new Map(encoded),
    entries: ['main.js'],
  });
  return [
    ...permissions.flatMap(({ permission, uses }) =>
      uses.map(({ call, place }) => `${permission} ${call} ${place.line}:${place.column}`),
    ),
    ...unresolved.map(
      ({ reason, what, place }) => `${reason} ${what} ${place.line}:${place.column}`,
    ),
  ];
}

test.each([
  [
    "import { readFile } from 'node:fs/promises';\nreadFile('a');",
    ['filesystem.read fs/promises.readFile 2:1'],
  ],
  ["import { readFile } from 'node:fs/promises';", []],
  [
    "const fs = require('fs');\nfs.writeFileSync('a', 'b');",
    ['filesystem.write fs.writeFileSync 2:1'],
  ],
  [
    "const { promises: { rm } } = require('fs');\nrm('a');",
    ['filesystem.write fs.promises.rm 2:1'],
  ],
  ["const fs = await import('fs');\nfs?.readFile?.('a');", ['filesystem.read fs.readFile 2:1']],
  ["import('fs').then(({ stat }) => stat('a'));", ['filesystem.read fs.stat 1:33']],
  ["const key = 'read' + 'File';\nrequire('fs')[key]('a');", ['filesystem.read fs.readFile 2:1']],
  [
    "const get = () => require('child_process');\nget().exec('ls');",
    ['system.exec child_process.exec 2:1'],
  ],
  [
    "class Disk { constructor(fs) { this.fs = fs; } go() { this.fs.rmSync('a'); } }\nnew Disk(require('fs'));",
    ['filesystem.write fs.rmSync 1:55'],
  ],
  ['if (typeof fetch === "function") {}', []],
  ['function get(fetch) { fetch(); }', []],
  ['globalThis.fetch = () => {};', []],
  ['window["fe" + "tch"]("x");', ['network fetch 1:1']],
  ["require('fs')[name]();", ['computed-access fs[…] 1:1']],
  ["require('http')[name]();", ['network http[…] 1:1']],
  ['eval(text);', ['evaluated-code eval(…) 1:1']],
  [
    "let url;\neval('url = 1;\\nfetch(url)'); fetch(url);",
    ['network fetch 2:1', 'network fetch 2:31'],
  ],
  [
    "run(Function('fetch(1)'), Function('eval(\"fetch(1)\")'));\nfetch(2);",
    ['network fetch 1:5', 'network fetch 1:27', 'network fetch 2:1'],
  ],
  ["var a = 1\neval('fetch(a)')\nfetch(a)", ['network fetch 2:1', 'network fetch 3:1']],
  ['Function("return this")().fetch("x");', ['network fetch 1:1']],
  ['require(name);', ['computed-module require(…) 1:1']],
  ["send(require('fs'));", ['passed-on fs 1:6']],
  [
    'export function activate(context) {\n  context.secrets.get("a");\n}',
    ['secrets context.secrets.get 2:3'],
  ],
  [
    "import * as vscode from 'vscode';\nvscode.window.showInformationMessage('a');",
    ['notifications vscode.window.showInformationMessage 2:1'],
  ],
  [
    "import { orchestra } from '@orchestra/api';\norchestra.workspace.git.commit('a');",
    ['git orchestra.workspace.git.commit 2:1'],
  ],
  ['let a = ;', ['unreadable Unexpected token 1:9']],
] as const)('analyzeCode() of %s finds %j', (code, found) => {
  expect(analyze(code)).toEqual(found);
});

test('analyzeCode() follows what files import of each other', () => {
  const found = analyze({
    'main.js': "import { read as get } from './lib/index.js';\nget.readFile('a');\n",
    'lib/index.js': "export * from './disk.js';\n",
    'lib/disk.js': "import fs from 'node:fs';\nexport { fs as read };\n",
  });
  expect(found).toEqual(['filesystem.read fs.readFile 2:1']);
});

test('analyzeCode() ends soon on a table of what the language has, read by names from everywhere', () => {
  const table = "const T = { '%eval%': eval, '%Function%': Function, '%global%': globalThis };\n";
  const readers = Array.from(
    { length: 300 },
    (_, nth) =>
      `function f${nth}(name, of) { const v = T[name]; const w = of ? of[name] : v; return g(w || v, [v]); }\n`,
  );
  const rest = 'function g(a, b) { return a ? a[b] : { a, b, value: a }; }\nf1(x, f2(y));\n';
  expect(analyze(table + readers.join('') + rest)).toEqual([
    'passed-on eval 1:13',
    'passed-on Function 1:29',
    'passed-on globalThis 1:53',
  ]);
});

test('analyzeCode() counts what it reads alone, entry files first', () => {
  const mebibytes = (count: number) => Buffer.alloc(count << 20, ' ');
  const told = (...files: [string, Uint8Array][]) =>
    analyzeCode({ files: new Map(files), entries: ['main.js'] }).unresolved.map(
      ({ place, what }) => `${place.file}: ${what}`,
    );
  const loads = "import './a.js'; import './b.js';";
  const main = (length: number): [string, Uint8Array] => [
    'main.js',
    Buffer.concat([Buffer.from(loads), mebibytes(length)]),
  ];
  expect(told(['a.js', mebibytes(6)], ['b.js', mebibytes(6)], main(0))).toEqual([
    'a.js: more than 5 MiB of code',
    'b.js: more than 5 MiB of code',
  ]);
  expect(told(['a.js', mebibytes(5)], ['b.js', mebibytes(4)], main(4))).toEqual([
    'b.js: more than 10 MiB of code',
  ]);
});

test('analyzeCode() finds in code that leads around what is not found yet', () => {
  const most = 160;
  const lines = Array.from({ length: most }, (_, at) => {
    const [first, second, third] = [at * 7 + 1, at * 3 + 2, at * 5 + 3].map((to) => to % most);
    return `o.f${at} = [o.f${first}, o.f${second}]; o.f${at} = o.f${third}[at];`;
  });
  const start = "const tls = require('tls'); tls.connect(1); const at = Math.random();";
  const code = [start, "const o = { f0: tls, f1: require('fs') };", ...lines, "o.f77.rmSync('a');"];
  const found = analyze(code.join('\n'));
  expect(found).toContain('filesystem.write fs.rmSync 163:1');
  expect(found.join()).not.toContain('code that leads around');
});
