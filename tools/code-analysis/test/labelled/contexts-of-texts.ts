import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

const asksHeldFilesystemWrite: LabelledSnippet['code'][] = [
  "const { runInThisContext: r } = require('vm'); globalThis.require = require; r(\"require('fs').rmSync(1)\")",
  "const s = new (require('vm').Script)(\"q\"); const m = 'runIn' + 'NewContext'; s[m]({ q: require('fs') }).rmSync(1)",
];

const asksFilesystemWrite: LabelledSnippet['code'][] = [
  "const s = new (require('vm').Script)(\"q\"); const { runInNewContext } = s; runInNewContext.call(s, { q: require('fs') }).rmSync(1)",
  "const vm = require('vm'); const c = vm.createContext(); c.x = require('fs'); vm.runInContext(\"x.rmSync(1)\", c)",
  "const vm = require('vm'); const c = vm.createContext(Object.assign({}, { x: require('fs') })); vm.runInContext(\"x.rmSync(1)\", c)",
  "const vm = require('vm'); vm.runInNewContext(\"this.x.rmSync(1)\", { x: require('fs') })",
  "const vm = require('vm'); vm.runInNewContext(\"globalThis.x.rmSync(1)\", { x: require('fs') })",
  "const vm = require('vm'); vm.runInNewContext(\"const { x: y } = this; y.rmSync(1)\", { x: require('fs') })",
  "const vm = require('vm'); vm.runInNewContext(\"(function go() { return r('fs') })()\", { r: require }).rmSync(1)",
  "const vm = require('vm'); vm.runInNewContext(\"process.getBuiltinModule('fs').rmSync(1)\", { process })",
  "const vm = require('vm'); vm.runInNewContext(\"this.constructor.constructor('return process')().getBuiltinModule('fs').rmSync(1)\")",
  "const { Script: S } = require('vm'); const run = (s) => s.runInThisContext(); globalThis.q = require; run(new S(\"q('fs').rmSync(1)\"))",
  'const { Worker } = require(\'worker_threads\'); const code = "require(\'f" + "s\').rmSync(1)"; new Worker(code, { eval: true, workerData: 1 })',
  'const { Worker } = require(\'worker_threads\'); new Worker("eval(\\"require(\'fs\').rmSync(1)\\")", { eval: true })',
  "const { Worker } = require('worker_threads'); new Worker(\"new (require('worker_threads').Worker)(\\\"require('fs').rmSync(1)\\\", { eval: true })\", { eval: true })",
  "const { Worker } = require('worker_threads'); new Worker(\"const { workerData: d } = require('worker_threads'); require('fs').rmSync(d)\", { eval: true, workerData: 'a' })",
  "import('data:text/javascript;charset=utf-8,import%20%7B%20rmSync%20%7D%20from%20%22fs%22%3B%20rmSync(1)')",
  "const u = 'data:text/javascript,' + 'export { rmSync as default } from \"fs\"'; import(u).then(({ default: d }) => d(1))",
  'export * from \'data:text/javascript,import fs from "fs"; fs.rmSync(1)\'',
];

const held: LabelledSnippet['code'][] = [
  "const vm = require('vm'); vm.runInNewContext(\"f(x => x)\", { f: (g) => g(require('fs')).rmSync(1) })",
  "const vm = require('vm'); const w = vm.runInThisContext(\"(function (exports, require) { require('fs').rmSync(1) })\"); w({}, require)",
  "const vm = require('vm'); vm.runInThisContext(require('module').wrap(\"require('fs').rmSync(1)\"))({}, require)",
  "const vm = require('vm'); new vm.SourceTextModule(\"import fs from 'fs'\")",
  "const vm = require('vm'); vm.runInNewContext(\"import('fs').then((m) => m.rmSync(1))\", {}, { importModuleDynamically: (s) => import(s) })",
  "const { Worker } = require('worker_threads'); new Worker(\"1\", { eval: true, execArgv: ['--require', '/tmp/a.js'] })",
  'const { Worker } = require(\'worker_threads\'); new Worker("1", { eval: true, ...o })',
  'const { Worker } = require(\'worker_threads\'); new Worker("require(process.argv[2])", { eval: true })',
  'import(\'data:text/javascript,import("data:text/javascript,import { rmSync } from %22fs%22; rmSync(1)")\')',
  'import \'data:text/javascript,import "left-pad"\'',
  "import 'data:text/typescript,let a: number = 1'",
];

const asksNetwork: LabelledSnippet['code'][] = [
  "import x from 'data:text/javascript,export default globalThis'; x.fetch(1)",
  "import { f } from 'data:text/javascript,export const f = (u) => fetch(u)'; f(1)",
  "const e = eval; (function () { const fetch = 1; e('fetch(1)') })()",
  "(() => { const globalThis = {}; (0, eval)('fetch(1)') })()",
  "let x = 1; (0, eval)('var x = fetch'); globalThis.x(1)",
  "function f() { 'use strict'; return eval('var a = fetch; a') } f()(1)",
  "const o = { eval }; o.eval('fetch(1)')",
  "const { log } = console; eval('log(fetch(1))')",
  "const A = Object.getPrototypeOf(async function* () {}).constructor; A('yield await fetch(1)')().next()",
];

const honest: LabelledSnippet['code'][] = [
  "const vm = require('vm'); const s = new vm.Script('x * 2'); for (const x of [1, 2]) console.log(s.runInNewContext({ x }))",
  "const vm = require('vm'); vm.runInNewContext('log(1 + a)', { log: console.log, a: 1 })",
  "const vm = require('vm'); const f = vm.compileFunction('return a + b', ['a', 'b']); f(1, 2)",
  "const { Worker } = require('worker_threads'); new Worker(\"const { parentPort: p } = require('node:worker_threads'); p.on('message', (m) => p.postMessage(m * 2))\", { eval: true })",
  "import { a } from 'data:text/javascript,export const a = [1, 2].map((x) => x * 2)'; console.log(a)",
  "import('data:application/json,[1,2]', { with: { type: 'json' } }).then((m) => m.default)",
  "const big = eval('10n ** 20n'); console.log(big)",
  "const tpl = new Function('o', 'var s = \"\"; with (o) { s += \"a\" + name } return s'); tpl({ name: 'x' })",
  "const check = Function('v', 'return typeof v === \"string\" && v.length > 0'); check('a')",
  "const toNum = eval('(function (s) { return parseInt(s, 10) })'); toNum('5')",
  'const g = (0, eval)(\'typeof globalThis !== "undefined" ? globalThis : this\'); g.flag = true',
  "const M = require('module'); const m = new M('a'); m._compile('exports.version = \"1\"', 'a.js'); console.log(m.exports.version)",
  "eval('label: for (var i = 0; i < 3; i++) { if (i) continue label }')",
];

/** Constant texts that run in contexts, workers and addresses, and what they are given. */
export const contextsOfTexts = [
  ...asksHeldFilesystemWrite.map((code) => unclear(named(code), code, ['filesystem.write'])),
  ...asksFilesystemWrite.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...held.map((code) => unclear(named(code), code)),
  ...asksNetwork.map((code) => snippet(named(code), code, ['network'])),
  ...honest.map((code) => snippet(named(code), code, [])),
];
