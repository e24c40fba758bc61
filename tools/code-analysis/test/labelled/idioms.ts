import { named, snippet, unclear } from './labelled-snippet.ts';

const intrinsics = Array.from({ length: 31 }, (_, nth) => `'%a${nth}%': ${nth}`).join(', ');

/** What looks like a helper of a bundler or a library, and does something else. */
const faked = [
  "const p = new Proxy({}, { get: (a, b) => require[b] }); p.cache[x].exports.rmSync('a');",
  "new Foo({ get: (a, b) => require[b] }); class Foo { constructor(o) { o.get(1, 'main').require('fs')[x](1); } }",
  "const jsx = (c, p) => c.open ?? c[x](p); const { Action } = require('@raycast/api'); jsx(Action, {});",
  `const t = { ${intrinsics}, '%eval%': eval }; t['%' + x + '%'](code);`,
  `const t = { ${intrinsics}, '%Function%': Function }; for (const k in t) { const f = t[k]; f(code)(); }`,
  "function run(g) { return new Promise((r, throw_) => { const o = g.next(); if (o.done) throw 1; const value = keep(o.value); it.next(value); }); } function keep(v) { v[x]('a'); } run((function* () { yield require('fs'); })());",
  'const A = (async () => {}).constructor; const get = () => A; get()(code)();',
  "const A = (async () => {}).constructor; module.exports = () => A; require('./main.js')()(code)();",
  'const A = (async () => {}).constructor; const o = { get: () => A }; const F = o.get(); F(code)();',
  "const l = make(); l.includes(require('fs')); function make() { return new Proxy([], { get: () => (v) => v[x](1) }); }",
  "Reflect.get(Reflect, 'get')(require('fs'), 'rmSync')('a');",
  "const n = process.argv[2]; if (/^[a-z]+$/.test(n) || true) require('./locale/' + n);",
];

const honest = [
  "var __require = ((x) => typeof require !== 'undefined' ? require : typeof Proxy !== 'undefined' ? new Proxy(x, { get: (a, b) => (typeof require !== 'undefined' ? require : a)[b] }) : x)(function (x) { if (typeof require !== 'undefined') return require.apply(this, arguments); throw Error(x); }); __require('path').join('a');",
  "const { Action } = require('@raycast/api'); const { jsx } = require('react/jsx-runtime'); jsx(Action, {});",
  'const cached = async function () {}.constructor; module.exports = () => cached;',
  `const t = { ${intrinsics}, '%eval%': eval }; module.exports = (name) => { const value = t[name]; return { name, value }; };`,
];

/** Helpers that are excused for what they do, and code that only looks like them. */
export const idioms = [
  ...faked.map((code) => unclear(named(code), code)),
  ...honest.map((code) => snippet(named(code), code, [])),
];
