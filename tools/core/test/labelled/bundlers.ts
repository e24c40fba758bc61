import { snippet } from './labelled-snippet.ts';

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
];
