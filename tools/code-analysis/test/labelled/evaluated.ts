import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

const honest: LabelledSnippet['code'][] = [
  "eval('1+1')",
  'eval("require(\'util\').inspect")',
  "Function('return this')()",
  "new Function('a','b','return a+b')",
  'const fetch = () => 1; eval("fetch(\'a\')")',
  'var e = Function("return typeof globalThis")(); console.log(e)',
  '"use strict"; function f(){ return this.fetch(\'a\') } f()',
  "const o = { g: Function('return this.a'), a: 1 }; o.g()",
  "class A { m() { return eval('this.a') } } new A().m()",
];

const asksNetwork: LabelledSnippet['code'][] = [
  'Reflect.construct(Function, ["return fetch(\'a\')"])()',
  'eval("fetch(\'a\')")',
  '(0,eval)("fetch(\'a\')")',
  'Function("return fetch")()(\'a\')',
  'new Function("u", "return this.fetch(u)")(\'a\')',
  'setTimeout("fetch(\'a\')", 1)',
  'eval("eval(\'fetch(1)\')")',
  'const e = eval; e("fetch(\'a\')")',
  'const e = eval; const fetch = () => 1; e("fetch(\'a\')")',
  'const Fn = (() => {}).constructor; Fn("return fetch(\'a\')")()',
  'const A = (async () => {}).constructor; A("return await fetch(\'a\')")()',
  "require('vm').runInThisContext(\"fetch('a')\")",
  "require('vm').runInThisContext(\"const f = fetch\"); f('a')",
  'const r = (f, t) => f(t); r(eval, "fetch(\'a\')")',
  "import x from './x.js'; Function(\"return this.fetch('a')\")()",
  'globalThis.eval("fe"+"tch(\'a\')")',
  'eval.call(null, "fetch(\'a\')")',
  'const t = c ? "fetch(\'a\')" : "1"; eval(t)',
  "const g = Function('return this;')(); g.fetch('a')",
  "const g = Function('return (this)')(); g.fetch('a')",
  "const o = { f: Function('return this') }; const { f } = o; f().fetch('a')",
  "const o = { g: Function('this.fetch(1)') }; const k = o.g; k()",
  "[1].map(Function('x', 'this.fetch(x)'))",
  "const g = Function('g = this'); g(); globalThis.g.fetch(1)",
  "(0,eval)('var G = this'); G.fetch(1)",
  "(0,eval)('function G() { return fetch(1) }'); G()",
  "(0,eval)('let G = fetch; globalThis.H = G'); H(1)",
  "setTimeout('var G = fetch'); setTimeout(() => G(1), 9)",
  "setTimeout('const G = fetch'); setTimeout(() => G(1), 9)",
  "eval('const q = fetch; q(1)')",
  "let q; { eval('var z = fetch') } z(1)",
  "function a() { eval('var z = fetch'); return z } a()(1)",
  "function a(z) { eval('var z = fetch'); return z(1) } a()",
  "const r = eval('var z = fetch; z'); r(1)",
  "const r = eval('if (true) { fetch } else { 1 }'); r(1)",
  "const r = eval('for (const x of [fetch]) { x }'); r(1)",
  "const r = eval('try { fetch } catch { }'); r(1)",
  "const r = eval('switch (1) { case 1: fetch }'); r(1)",
  "const r = eval('do { fetch; break } while (0)'); r(1)",
  "const r = eval('{ fetch; var x = 1; }'); r(1)",
  "const r = eval('fetch; function f() {}'); r(1)",
  "const r = eval('l: { fetch; break l }'); r(1)",
  "const r = eval('fetch;;;'); r(1)",
  "function f() { return eval('this') } f().fetch(1)",
  "function f() { return eval('(() => this)()') } f().fetch(1)",
];

const asksFilesystemWrite: LabelledSnippet['code'][] = [
  "eval(\"require\")('fs').rmSync('a')",
  'eval("quire".replace(/^/,"re"))(\'fs\').rmSync(\'a\')',
  "const fs = require('fs'); eval(\"fs.rmSync('a')\")",
  "eval(\"var x = require('fs')\"); x.rmSync('a')",
  "const y = eval(\"var x = require('fs'); 1\"); x.rmSync('a')",
  "let x; eval(\"x = require('fs')\"); x.rmSync('a')",
  "eval(\"function f(){ return require('fs') }\"); f().rmSync('a')",
  "function f(a) { require(a).rmSync('x'); } f('path'); eval('f(\"fs\")');",
  "eval(\"if (a) { require('fs') } else 1\").rmSync('a')",
  "new Function('m', 'm.rmSync(\"a\")')(require('fs'))",
  "Function('deps', 'return deps.fs')({ fs: require('fs') }).rmSync('a');",
  "eval(\"let t = 'path'\"); let u = 'x'; eval(\"u = 'fs'\"); require(u).rmSync(1)",
  {
    'main.js': "const d = require('./a'); d.rmSync('x');",
    'a.js': "eval('module').exports = require('fs');",
  },
  "process.getBuiltinModule && (() => {}).constructor('return process')().getBuiltinModule('fs').rmSync('a')",
  "x.constructor.constructor('return process')().getBuiltinModule('fs').rmSync('a')",
  "fs.readFile.constructor('return process')().getBuiltinModule('fs').rmSync('a')",
  "const g = new Function('return this')(); g.process.mainModule.require('fs').rmSync('a')",
  "class A { m() { return eval('this.fs') } } const a = new A(); a.fs = require('fs'); a.m().rmSync(1)",
  "const o = { a: require('fs') }; eval('o.a').rmSync(1)",
  "const o = { a: require('fs') }; eval('({ a: x } = o)'); var x; x.rmSync(1)",
  'let x; (() => eval(\'x = require("fs")\'))(); x.rmSync(1)',
  "const load = eval('(n) => require(n)'); load('fs').rmSync(1)",
  "const { rmSync } = eval('(' + '{ ...require(\"fs\") }' + ')'); rmSync(1)",
  'const m = eval(\'(function (require) { return require("fs") })\')(require); m.rmSync(1)',
  "const m = new Function('...a', 'return a[0]')(require)('fs'); m.rmSync(1)",
  "const m = new Function('{ a }', 'return a')({ a: require })('fs'); m.rmSync(1)",
  "const m = new Function('a /* c */', 'b // d', 'return b')(0, require)('fs'); m.rmSync(1)",
  {
    'main.js': 'eval("require(\'./b" + "uild.mjs\')")',
    'build.mjs': "import fs from 'fs'; fs.rmSync(1)",
  },
  {
    'main.js': 'eval("require(\'./b" + "uild.cjs\')").rmSync(1)',
    'build.cjs': "module.exports = require('fs');",
  },
  {
    'main.js': "eval('require')('./b.cjs').rmSync(1)",
    'b.cjs': "eval('module').exports = require('fs');",
  },
];

const held: LabelledSnippet['code'][] = [
  'eval("if (")',
  'eval("fetch" + x)',
  "function f() { return eval('arguments[0]') } f(globalThis).fetch(1)",
  "const m = Function('require', 'return require(\"fs\")')(require); m.rmSync(1)",
  "const m = Function('r', 'n', 'return r(n)')(require, 'fs'); m.rmSync(1)",
  "const m = new Function('r', 'return function (n) { return r(n) }')(require)('fs'); m.rmSync(1)",
  "const m = new Function('return arguments[0]')(require)('fs'); m.rmSync(1)",
  "const m = new Function('a = 1, b', 'return b')(0, require)('fs'); m.rmSync(1)",
  "const m = new Function('a, b', 'return b')(0, require)('fs'); m.rmSync(1)",
];

const asksSecrets: LabelledSnippet['code'][] = [
  'exports.activate = (context) => { eval("context.secrets.get(\'a\')") }',
];

const asksFilesystemWriteSystemExec: LabelledSnippet['code'][] = [
  {
    'main.js': 'const p = x; eval("require(\'child_process\').fork(p)")',
    'b.cjs': "require('fs').rmSync(1)",
  },
];

/** Constant texts that run as code. */
export const evaluated = [
  ...honest.map((code) => snippet(named(code), code, [])),
  ...asksNetwork.map((code) => snippet(named(code), code, ['network'])),
  ...asksFilesystemWrite.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...held.map((code) => unclear(named(code), code)),
  ...asksSecrets.map((code) => snippet(named(code), code, ['secrets'])),
  ...asksFilesystemWriteSystemExec.map((code) =>
    snippet(named(code), code, ['filesystem.write', 'system.exec']),
  ),
];
