import { snippet, unclear } from './labelled-snippet.ts';

/** How esbuild keeps the names of functions. */
const kept =
  "var __defProp = Object.defineProperty; var __name = (target, value) => __defProp(target, 'name', { value, configurable: true });";

/** What rollup imports a module of CommonJS through. */
const rollup =
  "function _interopNamespaceDefault(e) { var n = Object.create(null); if (e) { Object.keys(e).forEach(function (k) { if (k !== 'default') { var d = Object.getOwnPropertyDescriptor(e, k); Object.defineProperty(n, k, d.get ? d : { enumerable: true, get: function () { return e[k]; } }); } }); } n.default = e; return Object.freeze(n); } ";

/** A bundle of webpack, with the parts of its runtime that modules ask for. */
function webpack(modules: string, entry: string): string {
  return `(() => { var __webpack_modules__ = { ${modules} };
function __webpack_require__(moduleId) { const module = { exports: {} }; __webpack_modules__[moduleId](module, module.exports, __webpack_require__); return module.exports; }
__webpack_require__.n = (module) => { const getter = module && module.__esModule ? () => (module['default']) : () => (module); __webpack_require__.d(getter, { a: getter }); return getter; };
__webpack_require__.d = (exports, definition) => { for (var key in definition) { if (__webpack_require__.o(definition, key) && !__webpack_require__.o(exports, key)) { Object.defineProperty(exports, key, { enumerable: true, get: definition[key] }); } } };
__webpack_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop));
__webpack_require__.t = function(value, mode) { if (mode & 1) value = this(value); if (mode & 8) return value; const ns = Object.create(null); const def = {}; for (var current = mode & 2 && value; typeof current == 'object'; current = Object.getPrototypeOf(current)) { Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key]))); } def['default'] = () => (value); __webpack_require__.d(ns, def); return ns; };
let __webpack_exports__ = {};
${entry}
module.exports = __webpack_exports__; })();`;
}

const fs = '1: (module) => { module.exports = require("fs"); }';

/** Shapes that bundlers write, which this project doesn't have itself. */
export const bundlers = [
  snippet(
    'functions that esbuild keeps the names of',
    `${kept} var id = __name((a) => a, 'id'), start = __name(function (context) { id(context).subscriptions.push({}); require('fs').readFileSync('a'); }, 'start'); exports.activate = __name((context) => start(context), 'activate');`,
    ['filesystem.read'],
  ),
  snippet(
    'functions that esbuild keeps the names of, beside classes',
    `${kept} var Tide = class { static { __name(this, 'Tide'); } constructor(context) { this.context = context; } add(one) { this.context.subscriptions.push(one); } }; var start = __name(function (context) { new Tide(context).add({}); }, 'start'); exports.activate = __name((context) => start(context), 'activate');`,
    [],
  ),
  snippet(
    'methods and functions that are frozen',
    'const log = Object.freeze(function (context) { context.subscriptions.push({}); }); const all = Object.freeze({ run: Object.seal((context) => log(context)) }); exports.activate = (context) => all.run(context);',
    [],
  ),
  unclear(
    'a global of a computed name that is called by a kept name',
    `${kept} var start = __name(globalThis[name], 'start'); exports.activate = (context) => start(context);`,
  ),
  snippet(
    'two bundles by webpack, with modules of the same names',
    {
      'main.js': webpack(
        '5: (module) => { module.exports = { request: () => 1 }; }, 7: (module, exports, require) => { require(5).request(); }',
        '__webpack_require__(7);',
      ),
      'server.js': webpack(
        '5: (module) => { module.exports = require("http"); }, 7: (module, exports, require) => { module.exports = require(5).STATUS_CODES; }',
        '__webpack_require__(7);',
      ),
    },
    [],
  ),
  snippet(
    'a namespace by rollup',
    `${rollup} var vscode = require('vscode'); var ns = _interopNamespaceDefault(vscode); ns.window.showInformationMessage('a');`,
    ['notifications'],
  ),
  snippet(
    'namespaces of several modules by rollup',
    `${rollup} var http = _interopNamespaceDefault(require('http')); var util = _interopNamespaceDefault(require('util')); console.log(util.format('a'), http.STATUS_CODES);`,
    [],
  ),
  snippet(
    'defaults of several modules by webpack',
    webpack(
      '1: (module) => { module.exports = require("http"); }, 2: (module) => { module.exports = require("util"); }',
      'var h = __webpack_require__(1), hd = __webpack_require__.n(h), u = __webpack_require__(2), ud = __webpack_require__.n(u); console.log(ud().format("a"), hd().STATUS_CODES);',
    ),
    [],
  ),
  snippet(
    'a default that webpack hands on',
    webpack(
      `${fs}, 2: (m, exports, __webpack_require__) => { __webpack_require__.d(exports, { "default": () => (fsd.a) }); var f = __webpack_require__(1); var fsd = __webpack_require__.n(f); }`,
      'var disk = __webpack_require__(2); disk["default"].rmSync("a");',
    ),
    ['filesystem.write'],
  ),
  snippet(
    'a module that webpack loads late',
    webpack(
      fs,
      'async function go() { const { rmSync } = await Promise.resolve().then(() => (__webpack_require__.t(1, 23))); rmSync("a"); } go();',
    ),
    ['filesystem.write'],
  ),
  snippet(
    'a module that webpack loads late, minified',
    webpack(
      fs,
      'Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__, 1, 23)).then((disk) => disk.rmSync("a"));',
    ),
    ['filesystem.write'],
  ),
  snippet(
    'everything of a module by webpack',
    webpack(
      `${fs}, 2: (m, exports, __webpack_require__) => { var f = __webpack_require__(1); var all = {}; for (const key in f) if (["default"].indexOf(key) < 0) all[key] = () => f[key]; __webpack_require__.d(exports, all); }`,
      'var disk = __webpack_require__(2); disk.rmSync("a");',
    ),
    ['filesystem.write'],
  ),
  snippet(
    'a class of another module by webpack',
    webpack(
      '1: (m, exports, __webpack_require__) => { __webpack_require__.d(exports, { Vault: () => (Vault) }); class Vault { constructor(context) { this.context = context; } read() { return this.context.secrets.get("a"); } } }',
      '__webpack_require__.d(__webpack_exports__, { activate: () => (activate) }); var v = __webpack_require__(1); function activate(context) { return new v.Vault(context).read(); }',
    ),
    ['secrets'],
  ),
  snippet(
    'a module that TypeScript loads late',
    "var __importStar = function (mod) { if (mod && mod.__esModule) return mod; var result = {}; for (var k in mod) if (k !== 'default') result[k] = mod[k]; result.default = mod; return result; }; Promise.resolve().then(() => __importStar(require('fs'))).then((disk) => disk.rmSync('a'));",
    ['filesystem.write'],
  ),
  snippet(
    'a function that gives back what it is given, of several callers',
    "const keep = (one, other) => one || other; const make = keep(Function); const text = keep(String); text('a' + name); console.log(make.name);",
    [],
  ),
  snippet(
    'a function that gives back what it is given, and its own',
    "const keep = (one) => one || require('fs'); keep(require('path')); keep(0).rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'private fields by Babel',
    "var _disk = new WeakMap(), _other = new WeakMap(); function _init(e, t, a) { t.set(e, a); } function _get(s, a) { return s.get(a); } class Store { constructor() { _init(this, _disk, require('fs')); _init(this, _other, new Map()); } save() { _get(_disk, this).rmSync('a'); _get(_other, this).readFile('a'); } } new Store().save();",
    ['filesystem.write'],
  ),
  snippet(
    'a method that may be missing, by TypeScript',
    "const fs = require('fs'); var _a, _b; const promises = fs.promises; (_b = (_a = promises) === null || _a === void 0 ? void 0 : _a.readFile) === null || _b === void 0 ? void 0 : _b.call(_a, 'a');",
    ['filesystem.read'],
  ),
  snippet(
    'functions of the language that any object has',
    "const has = Function.call.bind(Object.prototype.hasOwnProperty); const bind = Function.bind; const bindable = bind.bind(bind); console.log(has({}, 'a'), bindable(has, null));",
    [],
  ),
  unclear(
    'Function by way of a function of the language',
    'Function.prototype.call.call(Function, null, text)(); Function.call.call(Function, null, text)();',
  ),
  snippet(
    'what old libraries ask the process for',
    "const { kMaxLength } = process.binding('buffer'); console.log(kMaxLength);",
    [],
  ),
  snippet(
    'a class that activates something else',
    'export class Certificates { activate(body, options) { return send(body[options]); } }',
    [],
  ),
  snippet(
    'a class that is the extension',
    "class Tide { activate(context) { return context.secrets.get('a'); } } module.exports = new Tide();",
    ['secrets'],
  ),
  snippet(
    'a method that is bound as what activates',
    "class Tide { activate(context) { return context.secrets.get('a'); } } const tide = new Tide(); exports.activate = tide.activate.bind(tide);",
    ['secrets'],
  ),
  snippet(
    'modules of a table',
    "const adapters = { disk: 'fs', path: 'path' }; const load = (name) => require(adapters[name]); load(process.argv[2]).rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'a name that is put together of lists',
    "const X = globalThis[['Web'].concat('Socket').join('')]; new X('wss://a');",
    ['network'],
  ),
  snippet(
    'languages that a library would load',
    "const isSane = (name) => !!(name && name.match('^[^/\\\\\\\\]*$')); export function choose(name) { if (isSane(name)) try { const load = require; load('./locale/' + name); } catch {} }",
    [],
  ),
  snippet(
    'languages that a library would load, by letters and digits alone',
    "const isSane = (name) => typeof name === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name); export function choose(given) { let name; name = given.toLowerCase(); if (module.exports && isSane(name)) try { const load = require; load('./locale/' + name); } catch {} }",
    [],
  ),
  unclear(
    'languages that only look checked',
    "const isSane = (name) => typeof name === 'string' && /^[a-z0-9./]+$/.test(name); export function choose(name) { if (isSane(name)) try { const load = require; load('./locale/' + name); } catch {} }",
  ),
  snippet(
    'late files by webpack',
    {
      'main.js':
        "const __webpack_require__ = {}; __webpack_require__.u = (id) => id + '.js'; __webpack_require__.f = {}; __webpack_require__.f.require = (id) => require('./' + __webpack_require__.u(id)); __webpack_require__.e = (id) => Promise.all(Object.keys(__webpack_require__.f).map((key) => __webpack_require__.f[key](id))); __webpack_require__.e(7);",
      '7.js': "exports.modules = { 7: (module) => { require('fs').rmSync('a'); } };",
    },
    ['filesystem.write'],
  ),
  snippet(
    'getters that lead to each other',
    "const table = { run: () => run }; var run = other.run; run(require('path'));",
    [],
  ),
  snippet(
    'calls with a number that loads a module elsewhere',
    webpack(
      fs,
      'var f = __webpack_require__(1); const peek = (n) => process.argv[n + 1]; console.log(strange(peek(1)));',
    ),
    [],
  ),
  snippet(
    'a namespace that webpack makes of a module',
    webpack('', 'const f = require("fs"); var ns = __webpack_require__.t(f, 2); ns.rmSync("a");'),
    ['filesystem.write'],
  ),
  snippet(
    'a private method of the name of another',
    "class Tide { #o(state) { return this.keep({ state }); } keep(x) { return x; } } const r = {}; r.o = (a, b) => a === b; r.o(require('fs'), require('fs').constants); new Tide();",
    [],
  ),
  snippet(
    'a function of a module that is kept in a variable and called for the module',
    "const fs = require('fs'); var list = fs['readdir']; list.apply(fs, ['a', () => {}]); list.call(fs, 'a');",
    ['filesystem.read'],
  ),
  unclear(
    'a variable that may hold another function as well',
    "const fs = require('fs'); var list = fs['readdir']; if (x) list = x.y; list.apply(fs, ['a']);",
    ['filesystem.read'],
  ),
  snippet(
    'a module that a list is asked for',
    "const fs = require('fs'); console.log([].includes(fs), fs.constants);",
    [],
  ),
];
