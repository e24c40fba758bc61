import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

/** A table of modules, where 3 uses 1. */
const table =
  "var t = { 1: (m) => { m.exports = require('path') }, 2: (m) => { m.exports = require('fs') }, 3: (m, e, r) => { r(1).rmSync('x'); } };";

/** Loaders as bundlers write them, of which some run another module than the one that they are asked for. */
export const moduleLoaders: LabelledSnippet[] = [
  ...[
    table +
      ' function r(i) { var m = { exports: {} }; t[i + 1](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { i = i === 1 ? 2 : i; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { var j = i + 1; var m = { exports: {} }; t[j](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i ^ 3](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' var q = { 1: 2, 3: 3 }; function r(i) { var m = { exports: {} }; t[q[i]](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { arguments[0] = 2; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { i++; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(2);',
    table +
      ' t[1] = t[2]; function r(i) { var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i](m, m.exports, (k) => r(k + 1)); return m.exports; } r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i](m, m.exports, r); return c[i + 1]; } r(3);',
    "var t = [(m) => { m.exports = require('path') }, (m) => { m.exports = require('fs') }, (m, e, r) => { r(0).rmSync('x'); }]; function r(i) { var m = { exports: {} }; t.slice(1)[i](m, m.exports, r); return m.exports; } r(1);",
    "var t = { a: (m) => { m.exports = require('path') }, b: (m) => { m.exports = require('fs') }, c: (m, e, r) => { r('a').rmSync('x'); } }; function r(i) { var m = { exports: {} }; t[i === 'a' ? 'b' : i](m, m.exports, r); return m.exports; } r('c');",
    table +
      ' function r(i) { var m = { exports: {} }; t[i + 1](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { i = i === 1 ? 2 : i; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { var j = i + 1; var m = { exports: {} }; t[j](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i ^ 3](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' var q = { 1: 2, 3: 3 }; function r(i) { var m = { exports: {} }; t[q[i]](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { arguments[0] = 2; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { i++; var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(2);',
    table +
      ' t[1] = t[2]; function r(i) { var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i](m, m.exports, (k) => r(k + 1)); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; t[i](m, m.exports, r); return c[i + 1]; } r(2); r(3);',
    "var t = [(m) => { m.exports = require('path') }, (m) => { m.exports = require('fs') }, (m, e, r) => { r(0).rmSync('x'); }]; function r(i) { var m = { exports: {} }; t.slice(1)[i](m, m.exports, r); return m.exports; } r(2); r(1);",
    "var t = { a: (m) => { m.exports = require('path') }, b: (m) => { m.exports = require('fs') }, c: (m, e, r) => { r('a').rmSync('x'); } }; function r(i) { var m = { exports: {} }; t[i === 'a' ? 'b' : i](m, m.exports, r); return m.exports; } r('b'); r('c');",
    table +
      ' function r(i) { var m = { exports: {} }; t[2](m, m.exports, r); return m.exports; } r(2); r(3);',
    table +
      ' function r(i) { var m = { exports: {} }; var f = t[i + 1]; f(m, m.exports, r); return m.exports; } r(2); r(3);',
    "(function (t) { function r(i) { var m = { exports: {} }; t[i === 1 ? 2 : i].call(m.exports, m, m.exports, r); return m.exports; } r(2); r(3); })({ 1: (m) => { m.exports = require('path') }, 2: (m) => { m.exports = require('fs') }, 3: (m, e, r) => { r(1).rmSync('x'); } })",
    "(function (t) { const r = (i) => { var m = { exports: {} }; t[-i].call(m.exports, m, m.exports, r); return m.exports; }; r(2); r(3); })({ 1: (m) => { m.exports = require('path') }, 2: (m) => { m.exports = require('fs') }, 3: (m, e, r) => { r(1).rmSync('x'); } })",
  ].map((code) => unclear(named(code), code)),
  ...[
    "var t = { 1: (m) => { m.exports = require('path') }, 3: (m, e, r) => { r(1).join('x'); let i = 0; function next(err) { l[i++](q, next); } next(); } }; var c = {}; function r(i) { if (c[i]) return c[i].exports; var m = c[i] = { i: i, l: false, exports: {} }; t[i].call(m.exports, m, m.exports, r); m.l = true; return m.exports; } r(3);",
    "var t = { 1: (m) => { m.exports = require('path') }, 2: (m) => { m.exports = {} }, 3: (m, e, r) => { r(1).join('x'); } }; var c = {}; function r(i) { var k = c[i]; if (k !== undefined) return k.exports; var m = c[i] = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(3);",
    "var t = { 1: (m) => { m.exports = require('path') }, 2: (m) => { m.exports = {} }, 3: (m, e, r) => { r(1).join('x'); } }; var c = {}; function r(i) { if (c[i]) return c[i].exports; var m = c[i] = { i: i, l: false, exports: {} }; t[i].call(m.exports, m, m.exports, r); m.l = true; return m.exports; } r(3);",
  ].map((code) => snippet(named(code), code, [])),
  ...[
    'function visit(json) { const branches = json[k]; branches.map((each) => visit(each, 1)); } visit(1);',
    'function visit(node, state) { base[node.type](node, state, visit); } visit(1);',
  ].map((rest) => {
    const code = `var t = { 1: (m) => { m.exports = {}; } }; function r(i) { var m = { exports: {} }; t[i](m, m.exports, r); return m.exports; } r(1); ${rest}`;
    return snippet(named(code), code, []);
  }),
];
