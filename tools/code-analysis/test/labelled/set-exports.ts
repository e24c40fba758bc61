import { named, snippet, unclear, type LabelledSnippet } from './labelled-snippet.ts';

/** A file that gets the exports of `a.js`. */
const from = (main: string) => (text: string) => ({ 'main.js': main, 'a.js': text });

/** Exports that are set other than by their names, whose users are in another file. */
export const setExports: LabelledSnippet[] = [
  ...[
    {
      'main.js': "import d from './a.mjs'; d.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js': "const d = require('./a.mjs'); d.rmSync('x');",
      'a.mjs': "export { default as 'module.exports' } from 'fs';",
    },
    {
      'main.js': "const d = require('./a.mjs'); d.rmSync('x');",
      'a.mjs': "export * as 'module.exports' from 'fs';",
    },
    {
      'main.js': "const { rmSync } = require('./a.mjs'); rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js': "import { 'module.exports' as d } from './a.mjs'; d.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js': "import * as n from './a.mjs'; n['module.exports'].rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js': "const { 'module.exports': d } = await import('./a.mjs'); d.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js':
        "export { 'module.exports' as q } from './a.mjs'; import { q } from './main.js'; q.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs as 'module.exports' };",
    },
    {
      'main.js': "require('./a.mjs').rmSync('x');",
      'a.mjs': "import fs from 'fs'; const o = { ...fs }; export { o as 'module.exports' };",
    },
    {
      'main.js': "require('./a.mjs').rmSync('x');",
      'a.mjs': "import fs from 'fs'; export let x; x = fs; export { x as 'module.exports' };",
    },
    "import { 'module.exports' as d } from 'fs'; d.rmSync('x');",
    "const d = (await import('fs'))['module.exports']; d.rmSync('x');",
    {
      'main.js': "import { 'module.exports' as d } from './a.cjs'; d.rmSync('x');",
      'a.cjs': "module.exports = require('fs')",
    },
    {
      'main.js': "import * as d from './a.cjs'; d['module.exports'].rmSync('x');",
      'a.cjs': "module.exports = require('fs')",
    },
  ].map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    "module.exports.__proto__ = require('fs');",
    "exports.__proto__ = require('fs');",
    "exports['__proto__'] = require('fs');",
    "exports['__pro' + 'to__'] = require('fs');",
    "const e = exports; e.__proto__ = require('fs');",
    "const e = module.exports; e.__proto__ = require('fs');",
    "this.__proto__ = require('fs');",
    "module.exports = { __proto__: require('fs') };",
    "const o = {}; o.__proto__ = require('fs'); module.exports = o;",
    "const o = {}; module.exports = o; o.__proto__ = require('fs');",
    "const o = {}; module.exports = o; Object.setPrototypeOf(o, require('fs'));",
    "Object.setPrototypeOf(exports, require('fs'));",
    "Object.setPrototypeOf(module.exports, require('fs'));",
    "Object.setPrototypeOf(this, require('fs'));",
    "Object.setPrototypeOf(exports, { ...require('fs') });",
    "const { setPrototypeOf: s } = Object; s(exports, require('fs'));",
    "Object.assign(module.exports, require('fs'));",
    "Object.assign(this, require('fs'));",
    "const e = module.exports; Object.assign(e, require('fs'));",
    "Object.assign(exports, { ...require('fs') });",
    "Object.assign(exports, {}, require('fs'));",
    "Object.defineProperties(module.exports, { rmSync: { value: require('fs').rmSync } });",
    "for (const k in require('fs')) exports[k] = require('fs')[k];",
    "for (const k of Object.keys(require('fs'))) exports[k] = require('fs')[k];",
    "const m = module; m.exports = require('fs');",
    "let m; m = module; m.exports = require('fs');",
    "const { exports: e } = module; e.__proto__ = require('fs');",
    "(0, module).exports = require('fs');",
    "[module.exports] = [require('fs')];",
    "({ x: module.exports } = { x: require('fs') });",
    "module.exports ??= require('fs');",
    "module.exports ||= require('fs');",
    "module.exports &&= require('fs');",
    "module.exports = exports = require('fs');",
    "exports = module.exports = require('fs');",
    "module.exports = new Proxy(require('fs'), {});",
    "module.exports = Object.create(require('fs'));",
    "module['exports'] = require('fs');",
    "const k = 'exports'; module[k] = require('fs');",
    "this.rmSync = require('fs').rmSync;",
  ]
    .map(from("const d = require('./a'); d.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    "exports[k] = require('fs');",
    "Object.setPrototypeOf(Object.getPrototypeOf(exports), require('fs'));",
    "Object.setPrototypeOf.call(null, exports, require('fs'));",
    "Object.assign(module, { exports: require('fs') });",
    "Object.assign(exports, ...[require('fs')]);",
    "Object.assign.apply(null, [exports, require('fs')]);",
    "Object.defineProperties(exports, Object.getOwnPropertyDescriptors(require('fs')));",
    "module.__defineGetter__('exports', () => require('fs'));",
    "Object.entries(require('fs')).forEach(([k, v]) => { exports[k] = v; });",
    "for (const [k, v] of Object.entries(require('fs'))) exports[k] = v;",
    "((m) => { m.exports = require('fs'); })(module);",
    "function set(m, v) { m.exports = v; } set(module, require('fs'));",
    "module.exports = new Proxy({}, { get: (t, k) => require('fs')[k] });",
    "Reflect.set(module, 'exports', require('fs'));",
    "arguments[2].exports = require('fs');",
    "(() => { arguments[2].exports = require('fs'); })();",
    "require.cache[__filename].exports = require('fs');",
    "require.main.exports = require('fs');",
    "module.children[0].exports = require('fs');",
    "eval(code).exports = require('fs');",
    "(function () { Object.assign(this, require('fs')); }).call(exports);",
    "(function () { this.__proto__ = require('fs'); }).call(exports);",
    "(function () { this.exports = require('fs'); }).call(module);",
    "var f = function () { this.exports = require('fs'); }; f.call(module);",
  ]
    .map(from("const d = require('./a'); d.rmSync('x');"))
    .map((code) => unclear(named(code), code)),
  ...[
    "Reflect.setPrototypeOf(exports, require('fs'));",
    "Reflect.setPrototypeOf(module.exports, require('fs'));",
    "const o = { m: module }; o.m.exports = require('fs');",
    "const [m] = [module]; m.exports = require('fs');",
    "[module][0].exports = require('fs');",
    "(a ? module : b).exports = require('fs');",
    "for (module.exports of [require('fs')]) ;",
    "function F() {} F.prototype = require('fs'); module.exports = new F();",
    "class F {} F.prototype.__proto__ = require('fs'); module.exports = new F();",
  ]
    .map(from("const d = require('./a'); d.rmSync('x');"))
    .map((code) => unclear(named(code), code, ['filesystem.write'])),
  ...[
    "Object.setPrototypeOf(exports, require('fs').promises);",
    "({ promises: module.exports } = require('fs'));",
  ]
    .map(from("const d = require('./a'); d.rm('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    "Object.defineProperties(exports, { k: { get() { return require('fs'); } } });",
    "Object.defineProperty(exports, 'k', { get() { return require('fs'); } });",
    "module.exports = class { static k = require('fs'); };",
    "(function () { this.k = require('fs'); }).call(exports);",
  ]
    .map(from("const d = require('./a'); d.k.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["Object.defineProperty(exports, '__proto__', { value: require('fs') });"]
    .map(from("const d = require('./a'); d.__proto__.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.__defineGetter__('k', () => require('fs'));"]
    .map(from("const d = require('./a'); d.k.rmSync('x');"))
    .map((code) => unclear(named(code), code)),
  ...[
    "module.exports = () => require('fs');",
    "module.exports = function () { return require('fs'); };",
  ]
    .map(from("const d = require('./a'); d().rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["module.exports = class { get k() { return require('fs'); } };"]
    .map(from("const d = require('./a'); new d().k.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    "module.exports = { get x() { return require('fs'); } };",
    "const g = () => require('fs'); Object.defineProperty(exports, 'x', { get: g });",
    "const desc = { value: require('fs') }; Object.defineProperty(exports, 'x', desc);",
    "Reflect.defineProperty(exports, 'x', { value: require('fs') });",
    "module.exports = Object.create({}, { x: { value: require('fs') } });",
  ]
    .map(from("const d = require('./a'); d.x.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    "module.exports = { get [k]() { return require('fs'); } };",
    "Reflect.set(exports, 'x', require('fs'));",
  ]
    .map(from("const d = require('./a'); d.x.rmSync('x');"))
    .map((code) => unclear(named(code), code)),
  ...[
    "const desc = { get: () => require('fs') }; Object.defineProperty(exports, 'x', desc);",
    "const desc = {}; desc.get = () => require('fs'); Object.defineProperty(exports, 'x', desc);",
  ]
    .map(from("const d = require('./a'); d.x.rmSync('x');"))
    .map((code) => unclear(named(code), code, ['filesystem.write'])),
  ...["module.exports = Promise.resolve(require('fs'));"]
    .map(from("const d = require('./a'); d.then((f) => f.rmSync('x'));"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["module.exports = [require('fs')];"]
    .map(from("const d = require('./a'); d[0].rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.l = [require('fs')];"]
    .map(from("const d = require('./a'); d.l[0].rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["module.exports = new Map([['a', require('fs')]]);"]
    .map(from("const d = require('./a'); d.get('a').rmSync('x');"))
    .map((code) => unclear(named(code), code)),
  ...["exports.a = { b: { c: require('fs') } };"]
    .map(from("const d = require('./a'); d.a.b.c.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.default = require('fs');"]
    .map(from("const d = require('./a'); d.default.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.f = (cb) => cb(require('fs'));"]
    .map(from("const d = require('./a'); d.f((x) => x.rmSync('x'));"))
    .map((code) => unclear(named(code), code)),
  ...["exports.f = function* () { yield require('fs'); };"]
    .map(from("const d = require('./a'); for (const x of d.f()) x.rmSync('x');"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.f = async () => require('fs');"]
    .map(from("const d = require('./a'); d.f().then((x) => x.rmSync('x'));"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.f = { then(cb) { cb(require('fs')); } };"]
    .map(
      from("const d = require('./a'); const x = d.f; (async () => { (await x).rmSync('x'); })()"),
    )
    .map((code) => unclear(named(code), code)),
  ...["exports.toString = () => require('fs');"]
    .map(from("const d = require('./a'); d.toString().rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["module.exports.constructor = require('fs');"]
    .map(from("const d = require('./a'); d.constructor.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.prototype = require('fs');"]
    .map(from("const d = require('./a'); d.prototype.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.length = require('fs');"]
    .map(from("const d = require('./a'); d.length.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["exports.exports = require('fs');"]
    .map(from("const d = require('./a'); d.exports.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["function F() {} F.prototype.k = require('fs'); module.exports = new F();"]
    .map(from("const d = require('./a'); d.k.rmSync('x')"))
    .map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...["Object.setPrototypeOf(exports, require('path'));", "exports.__proto__ = require('path');"]
    .map(from("const d = require('./a'); d.join('x');"))
    .map((code) => snippet(named(code), code, [])),
  ...[
    'const o = {}; o.__proto__ = null; module.exports = o;',
    "import path from 'path'; export { path as 'module.exports' };",
  ].map((code) => snippet(named(code), code, [])),
];
