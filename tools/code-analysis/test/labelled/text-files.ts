import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

const asksHeldNetwork: LabelledSnippet['code'][] = [
  "require('vm').runInNewContext(\"fetch('a')\", globalThis)",
];

const asksFilesystemWrite: LabelledSnippet['code'][] = [
  "require('vm').runInNewContext(\"fs.rmSync('a')\", { fs: require('fs') })",
  "const vm = require('vm'); vm.runInContext(\"fs.rmSync('a')\", vm.createContext({ fs: require('fs') }))",
  "const vm = require('vm'); const c = vm.createContext({ require }); vm.runInContext(\"require('fs').rmSync('a')\", c)",
  "const vm = require('vm'); const c = {}; vm.createContext(c); c.load = require; vm.runInContext(\"load('fs').rmSync('a')\", c)",
  "const vm = require('vm'); const c = { r: require }; vm.runInNewContext(\"out = r('fs')\", c); c.out.rmSync(1)",
  "const vm = require('vm'); const c = { r: require }; vm.runInNewContext(\"var out = r('fs')\", c); c.out.rmSync(1)",
  "const vm = require('vm'); const f = vm.compileFunction(\"return r('fs')\", ['r']); f(require).rmSync(1)",
  "const { Script } = require('vm'); const s = new Script(\"f.rmSync(1)\"); s.runInNewContext({ f: require('fs') })",
  "new (require('worker_threads').Worker)(\"require('fs').rmSync('a')\", { eval: true })",
  "new (require('worker_threads').Worker)(\"import fs from 'fs'; fs.rmSync('a')\", { eval: true })",
  "new (require('worker_threads').Worker)(\"import fs from 'fs'; const a: string = 'x'; fs.rmSync(a)\", { eval: true })",
  'import(\'data:text/javascript,import fs from "fs"; fs.rmSync("a")\')',
  "import('data:text/javascript,export { rmSync } from \"fs\"').then((m) => m.rmSync('a'))",
  "import { rmSync as r } from 'data:text/javascript,export { rmSync } from \"fs\"'; r('a')",
  "import * as m from 'data:text/javascript;base64,ZXhwb3J0IHsgcm1TeW5jIH0gZnJvbSAiZnMi'; m.rmSync('a')",
  "const M = require('module'); const m = new M('x'); m._compile(\"require('fs').rmSync('a')\", 'x.js')",
  {
    'main.js': "import('./b.mjs').then((m) => m.rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "import('./b.mjs').then((m) => m.x.rmSync('a'))",
    'b.mjs': 'export * as x from "fs"',
  },
  {
    'main.js': "const m = await import('./b.mjs'); m.rmSync('a')",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "import('./b.mjs').then(({ rmSync }) => rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "import('./b.mjs').then((m) => m.default.rmSync('a'))",
    'b.mjs': 'export { default } from "fs"',
  },
  {
    'main.js': "import('./b.cjs').then((m) => m.default.rmSync('a'))",
    'b.cjs': 'module.exports = require("fs")',
  },
  {
    'main.js': "import('./b.cjs').then((m) => m.x.rmSync('a'))",
    'b.cjs': 'exports.x = require("fs")',
  },
  {
    'main.js': "import('./b.mjs').then(undefined, () => 1).then((m) => m.rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "const p = import('./b.mjs'); p.finally(() => 1).then((m) => m.rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "Promise.all([import('./b.mjs')]).then(([m]) => m.rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "import('./b.mjs').then((m) => m).then((m) => m.rmSync('a'))",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  {
    'main.js': "(async () => { for await (const m of [import('./b.mjs')]) m.rmSync('a') })()",
    'b.mjs': 'export { rmSync } from "fs"',
  },
  "import('fs').catch(() => 0).then((m) => m.rmSync(1))",
  "import('fs').then(null, () => 0).then((m) => m.rmSync(1))",
  "import('fs').then().then((m) => m.rmSync(1))",
];

const held: LabelledSnippet['code'][] = [
  "const vm = require('vm'); const c = vm.createContext(globalThis); vm.runInContext(\"fetch('a')\", c)",
  "const vm = require('vm'); const f = vm.compileFunction(\"return x\", [], { contextExtensions: [{ x: require }] }); f()('fs').rmSync(1)",
  "new (require('worker_threads').Worker)(\"require('./x')\", { eval: true })",
  "new (require('worker_threads').Worker)(\"require('left-pad')\", { eval: true })",
  'new (require(\'worker_threads\').Worker)("const (", { eval: true })',
  "new (require('worker_threads').Worker)(t, { eval: true })",
  "import x from 'data:application/wasm;base64,AGFzbQEAAAA='; console.log(x)",
  "import('data:text/javascript,' + code)",
  'import(\'data:text/javascript,import "./x.js"\')',
  "const M = require('module'); const m = new M('x'); m._compile(\"module.exports = require('fs')\", 'x.js'); m.exports.rmSync('a')",
  "const F = foo.bar.constructor; new F('return fetch(1)')()",
  { 'main.js': "import('./b.mjs').then(x)", 'b.mjs': 'export * as d from "fs"' },
];

const honest: LabelledSnippet['code'][] = [
  'const vm = require(\'vm\'); console.log(vm.runInNewContext("a + 1", { a: 1 }))',
  'const vm = require(\'vm\'); const c = { n: 1 }; vm.createContext(c); vm.runInContext("n += 40; var y = 17;", c); console.log(c.n)',
  'const { Script } = require(\'vm\'); const s = new Script("a + 1"); console.log(s.runInNewContext({ a: 1 }))',
  "new (require('worker_threads').Worker)(\"const { parentPort } = require('worker_threads'); parentPort.postMessage(1 + 1)\", { eval: true })",
  "import x from 'data:text/javascript,export default 1'; console.log(x)",
  "import x from 'data:application/json,{\"a\":1}' with { type: 'json' }; console.log(x)",
  "import('data:text/javascript,process.exit()')",
  "const M = require('module'); const m = new M('x'); m._compile(\"module.exports = { a: 1 }\", 'x.js'); m.exports.a",
  {
    'main.js': "import('./b.mjs').then((m) => m.run()).catch(console.error)",
    'b.mjs': 'export const run = () => 1; export { join } from "path"',
  },
  { 'main.js': "import('./b.mjs').then(x)", 'b.mjs': 'export const run = () => 1' },
];

const asksNetwork: LabelledSnippet['code'][] = [
  "const vm = require('vm'); const f = vm.compileFunction(\"return fetch(u)\", ['u'], { filename: 'a.js' }); f('x')",
  "const { Script } = require('vm'); new Script(\"fetch('a')\").runInThisContext()",
  "const { Script } = require('vm'); const s = new Script(\"fetch\"); s.runInThisContext()('a')",
  "new (require('worker_threads').Worker)(new URL('data:text/javascript,fetch(\"a\")'))",
  "foo.constructor('return fetch')()('a')",
  { 'main.js': "import('./b.mjs').then((m) => m.get('a'))", 'b.mjs': 'export const get = fetch' },
];

/** Constant texts that run in contexts, in workers and as modules, and promises of modules. */
export const textFiles = [
  ...asksHeldNetwork.map((code) => unclear(named(code), code, ['network'])),
  ...asksFilesystemWrite.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...held.map((code) => unclear(named(code), code)),
  ...honest.map((code) => snippet(named(code), code, [])),
  ...asksNetwork.map((code) => snippet(named(code), code, ['network'])),
];
