import { expect, test } from 'vitest';
import { parseCode } from '../syntax/parse-code.ts';
import type { ModuleFormat } from './known.ts';
import { runLoads } from './load-run.ts';

function loadsOf(
  text: string,
  format: ModuleFormat = 'cjs',
): { certain: string[]; maybe: string[] } {
  const { loads } = runLoads(parseCode('main.js', text), { format });
  const names = (isCertain: boolean) =>
    loads.filter((load) => load.isCertain === isCertain).map(({ module }) => module);
  return { certain: names(true), maybe: names(false) };
}

test.each<[string, string]>([
  ['at the top', "const x = require('x');"],
  ['in a call of a helper', "__toESM(require('x'));"],
  ['in a function that is called at once', "(function () { require('x'); })();"],
  ['in one that is called with this', "(() => { require('x'); }).call(this);"],
  ['in a function that is called later on', "start(); function start() { require('x'); }"],
  ['in a condition that holds', "if (typeof window === 'undefined') require('x');"],
  ['in a minified condition that holds', 'typeof module<"u"&&module.exports&&require("x");'],
  [
    'in the head of UMD',
    "(function (global, factory) { typeof exports === 'object' && typeof module !== 'undefined' ? factory(exports, require('x')) : typeof define === 'function' && define.amd ? define(['x'], factory) : factory(global, global.x); })(this, function () {});",
  ],
  [
    'in UMD of TypeScript',
    "(function (factory) { if (typeof module === 'object' && typeof module.exports === 'object') { var v = factory(require, exports); if (v !== undefined) module.exports = v; } else if (typeof define === 'function' && define.amd) define(['require'], factory); })(function (require, exports) { require('x'); });",
  ],
  ['in a try that throws again', "try { require('x'); } catch (error) { clean(); throw error; }"],
  ['in a try without catch', "try { require('x'); } finally { clean(); }"],
  ['in a static block', "class A { static { require('x'); } }"],
  [
    'in a module that esbuild wrapped',
    "var __commonJS = (cb, mod) => function () { try { return mod || (0, cb[Object.getOwnPropertyNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports; } catch (e) { throw mod = 0, e; } }; var require_a = __commonJS({ 'a.js'(exports, module) { module.exports = require('x'); } }); require_a();",
  ],
  [
    'in an ES module that esbuild wrapped',
    "var __esm = (fn, res) => function () { return fn && (res = (0, fn[Object.getOwnPropertyNames(fn)[0]])(fn = 0)), res; }; var init_a = __esm({ 'a.js'() { require('x'); } }); init_a();",
  ],
  [
    'in a module that rollup wrapped',
    "var a = {}; var hasRequiredA; function requireA() { if (hasRequiredA) return a; hasRequiredA = 1; require('x'); return a; } requireA();",
  ],
  [
    'in a table of webpack',
    "(() => { var table = { 7: (module) => { module.exports = require('x'); }, main: (a, b, load) => { load(7); } }; var cache = {}; function load(id) { var cached = cache[id]; if (cached !== undefined) return cached.exports; var module = cache[id] = { exports: {} }; if (!(id in table)) throw new Error(id); table[id].call(module.exports, module, module.exports, load); return module.exports; } load('main'); })();",
  ],
  ['through the require of createRequire', "const { createRequire } = require('x');"],
])('runLoads() is certain of what is loaded %s', (_where, text) => {
  expect(loadsOf(text).certain).toContain('x');
});

test.each<[string, string]>([
  ['in a try', "try { require('x'); } catch {}"],
  ['in a function that may be called later', "exports.activate = () => require('x');"],
  ['in a condition that nobody knows', "if (process.platform === 'win32') require('x');"],
  [
    'for what is missing in old releases',
    "let impl = globalThis.fetch; if (!impl) impl = require('x');",
  ],
  ['after a return that nobody knows', "(function () { if (isDone()) return; require('x'); })();"],
  ['in a loop', "for (const one of all) require('x');"],
  ['in an async function that is called', "(async () => { require('x'); })();"],
  ['on demand', "import('x').then(use);"],
  ['behind a logical operator', "const a = global.a || require('x');"],
])('runLoads() takes what is loaded %s for optional', (_where, text) => {
  expect(loadsOf(text)).toEqual({ certain: [], maybe: ['x'] });
});

test.each<[string, string]>([
  ['a branch of another system', "if (typeof window !== 'undefined') { f('x'); } else {}"],
  ['the program of a module', 'const main = () => f(); if (require.main === module) main();'],
  ['another require', "(function (require) { require('x'); })((name) => name);"],
])('runLoads() finds nothing in %s', (_what, text) => {
  expect(loadsOf(text)).toEqual({ certain: [], maybe: [] });
});

test('runLoads() reads imports of an ES module, and its own require', () => {
  const text =
    "import a from 'a';\nexport * from 'b';\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nrequire('c');\nawait import('d');\n";
  expect(loadsOf(text, 'esm').certain).toEqual(['a', 'b', 'node:module', 'c', 'd']);
});

test('runLoads() tells which names of CommonJS an ES module needs', () => {
  const text =
    "const dir = typeof __dirname === 'undefined' ? '.' : __dirname;\nif (typeof exports === 'object') exports.a = 1;\nmodule.exports = {};\n";
  const { commonjs } = runLoads(parseCode('main.js', text), { format: 'esm' });
  expect(commonjs.map(({ start }) => text.slice(start, start + 14))).toEqual(['module.exports']);
});

test('runLoads() ends in code that calls itself', () => {
  const text =
    'function a(n) { return b(() => a(n)); } function b(f) { f(); return a(f); } a(1); var c = c2(), c2 = () => c();';
  expect(loadsOf(text)).toEqual({ certain: [], maybe: [] });
});

test("runLoads() tells that an ES module needs the require that esbuild's substitute lacks", () => {
  const text =
    'var __require = ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, { get: (a, b) => (typeof require !== "undefined" ? require : a)[b] }) : x)(function(x) { if (typeof require !== "undefined") return require.apply(this, arguments); throw Error(\'Dynamic require of "\' + x + \'" is not supported\'); });\n__require("fs");\nexport {};\n';
  const { commonjs } = runLoads(parseCode('main.js', text), { format: 'esm' });
  expect(commonjs.map(({ start, end }) => text.slice(start, end))).toEqual(['__require("fs")']);
});
