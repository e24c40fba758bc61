import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

const asksNetwork: LabelledSnippet['code'][] = [
  '["fetch(1)"].map(eval)',
  'Reflect.apply(eval, null, ["fetch(1)"])',
  "const fetch2 = eval('typeof fetch === \"function\" ? fetch : null'); fetch2('a')",
  'function f(t) { return eval(t) } f("fetch(\'a\')")',
  "const run = new Function('t', 'return eval(t)'); run(\"fetch('a')\")",
  'eval("setTimeout(\'fetch(1)\')")',
  'eval("Function(\'return fetch\')()(1)")',
  'eval(`fetch(1)`)',
  'eval(\'"use strict"; var q = fetch; q(1)\')',
  "let t = '1'; const set = (x) => { t = x }; set('fetch(1)'); eval(t)",
  "[].constructor.constructor('fetch(1)')()",
  "''.sub.constructor('return fetch')()(1)",
  '["fetch(1)"].forEach((t) => eval(t))',
  'const { eval: e } = globalThis; e("fetch(1)")',
  "(0, globalThis['ev' + 'al'])(\"fetch(1)\")",
  'eval?.("fetch(1)")',
  'setInterval("fetch" + "(1)", 5)',
  'const { setTimeout: later } = globalThis; later("fetch(1)")',
  'globalThis.setTimeout.call(null, "fetch(1)")',
  'setTimeout.apply(null, ["fetch(1)", 1])',
  'const t = setTimeout.bind(null, "fetch(1)", 1); t()',
  'setTimeout(...["fetch(1)"])',
];

const asksHeldNetwork: LabelledSnippet['code'][] = ['eval("with (globalThis) { fetch(1) }")'];

const asksFilesystemWrite: LabelledSnippet['code'][] = [
  'class A { static { eval("require(\'fs\').rmSync(1)") } }',
  'class A { x = eval("require(\'fs\')") } new A().x.rmSync(1)',
  'const f = (a = eval("require(\'fs\')")) => a.rmSync(1); f()',
  'async function f() { const m = await eval("import(\'fs\')"); m.rmSync(1) } f()',
  'function* g() { yield eval("require(\'fs\')") } for (const m of g()) m.rmSync(1)',
  'label: { eval("require(\'fs\').rmSync(1)"); break label }',
  'if (x) eval("require(\'fs\').rmSync(1)"); else y()',
  'do eval("require(\'fs\').rmSync(1)"); while (x)',
  'for (const k in eval("require(\'fs\')")) 1; eval("var m = require(\'fs\')"), m.rmSync(1)',
  'switch (eval("require(\'fs\').rmSync(1)")) {}',
  'throw eval("require(\'fs\').rmSync(1)")',
  'export default eval("require(\'fs\').rmSync(1)")',
  'const o = {}; eval("o.m = require(\'fs\')"); o.m.rmSync(1)',
  "const k = 'rmSync'; require('fs')[eval('k')](1)",
  "require(eval(\"'f' + 's'\")).rmSync(1)",
  "let n = 'path'; eval(\"n = 'fs'\"); require(n).rmSync(1)",
  "eval = (t) => require; eval('1')('fs').rmSync(1)",
];

const held: LabelledSnippet['code'][] = [
  'let m; try { eval("throw require(\'fs\')") } catch (e) { m = e } m.rmSync(1)',
  'const l = []; eval("l.push(require(\'fs\'))"); l[0].rmSync(1)',
  "let t = '1'; eval(\"t = 'fe' + 'tch(1)'\"); eval(t)",
  "Function.prototype.call = function () { return require }; eval.call(null, '1')('fs').rmSync(1)",
  "new (class extends Function {})('return fetch')()(1)",
  'setTimeout.call(null, "fetch" + x)',
  'const t = setTimeout.bind(null, "fetch" + x, 1); t()',
  'Reflect.apply(setTimeout, null, ["fetch" + x, 1])',
  '["fetch" + x].forEach(setTimeout)',
  '["fetch(1)"].forEach(setTimeout)',
  'setTimeout(...["fetch" + x])',
  'setTimeout.apply(null, ["fetch" + x])',
];

const asksHeldFilesystemWrite: LabelledSnippet['code'][] = [
  "globalThis.Function = () => require; Function('return 1')('fs').rmSync(1)",
];

const asksSecrets: LabelledSnippet['code'][] = [
  "exports.activate = (c) => { const s = eval('c.secrets'); s.get('a') }",
  'exports.activate = eval("(c) => c.secrets.get(\'a\')")',
  "exports.activate = new Function('c', \"return c.secrets.get('a')\")",
  'eval("exports.activate = (c) => c.secrets.get(\'a\')")',
];

const asksHeldSecrets: LabelledSnippet['code'][] = [
  'exports.activate = (c) => { globalThis.ctx = c }; setTimeout("ctx.secrets.get(\'a\')")',
];

const honest: LabelledSnippet['code'][] = [
  "const a = 2; console.log(eval('a * 21'))",
  "const add = new Function('a', 'b', 'return a + b'); console.log(add(1, 2))",
  "const g = Function('return this')(); g.myLib = 1",
  "let ok = false; try { eval('class A { #x = 1; static has(o) { return #x in o } }'); ok = true } catch {} console.log(ok)",
  "const hasArrow = () => { try { new Function('() => {}'); return true } catch { return false } }; console.log(hasArrow())",
  "const hasAsync = () => { try { eval('(async function () {})'); return true } catch { return false } }; hasAsync()",
  "const isStrict = (function () { return !this })(); const sloppy = Function('return !!this')(); console.log(isStrict, sloppy)",
  "setTimeout('console.log(1)', 10)",
  "const vm = require('vm'); vm.runInThisContext('var counter = 0; counter++')",
  "const f = Function('x', 'y', 'if (x > y) { return x } else { return y }'); f(1, 2)",
  "const re = eval('/a(?<n>b)/u'); re.exec('ab')",
  "const o = eval('({ a: 1, b: [2, 3] })'); console.log(o.a, o.b[0])",
  'const esm = "import.meta"; console.log(eval(\'1;2;3\'), esm)',
  'eval("var __x = function () { return 1 }; __x()")',
  "const w = new (require('worker_threads').Worker)(\"let n = 0; for (let i = 0; i < 1e6; i++) n += i;\", { eval: true }); w.on('exit', () => 1)",
  "import('data:text/javascript,export const a = 1').then((m) => console.log(m.a))",
  'setTimeout.call(null, () => 1, 2)',
  'setTimeout.apply(this, [done, 2])',
  'const later = setTimeout.bind(null, () => 1, 5); later()',
];

/** Constant texts that run in all places of code, and by timers. */
export const evaluatedElsewhere = [
  ...asksNetwork.map((code) => snippet(named(code), code, ['network'])),
  ...asksHeldNetwork.map((code) => unclear(named(code), code, ['network'])),
  ...asksFilesystemWrite.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...held.map((code) => unclear(named(code), code)),
  ...asksHeldFilesystemWrite.map((code) => unclear(named(code), code, ['filesystem.write'])),
  ...asksSecrets.map((code) => snippet(named(code), code, ['secrets'])),
  ...asksHeldSecrets.map((code) => unclear(named(code), code, ['secrets'])),
  ...honest.map((code) => snippet(named(code), code, [])),
];
