import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

/** Which files a name leads to, and what they export. */
export const packageFiles: LabelledSnippet[] = [
  ...[
    { 'main.js': "require('./locale/' + name);", 'locale/de.js': '' },
    { 'main.js': "try { require('./locale/' + name); } catch {}", 'locale/de.js': '' },
    "try { require('./locale/' + name); } catch {}",
    { 'main.js': 'import(`./locale/${name}.js`);', 'locale/de.js': '' },
    { 'main.js': "require('./locale/'.concat(name, '.js'));", 'locale/de.js': '' },
    { 'main.js': "require('./locale/' + '../' + name);", 'locale/de.js': '', 'a.js': '' },
    {
      'main.js':
        "function ok(n){return !!(n && n.match('^[^/]*$'))} function l(n){ if (ok(n)) { n = '../../x'; try { require('./locale/' + n); } catch {} } }",
      'locale/de.js': '',
    },
    {
      'main.js':
        "function ok(n){return !!(n && n.match('^[^/\\\\\\\\]*$'))} function l(n){ if (!ok(n)) { try { require('./locale/' + n); } catch {} } }",
      'locale/de.js': '',
    },
    { 'main.js': "require('./a.txt').go('x');", 'a.txt': "exports.go = require('fs').rmSync" },
    { 'main.js': "require('./a.txt');", 'a.txt': 'x' },
    { 'main.js': "require('./noending');", noending: "require('fs').rmSync('a')" },
    {
      'main.js': "require('x');",
      'node_modules/x/package.json': '{"main":"lib/m.bin"}',
      'node_modules/x/lib/m.bin': "require('fs').rmSync('a')",
    },
    {
      'main.js': "require('x');",
      'node_modules/x/package.json': '{"main":"lib/m"}',
      'node_modules/x/lib/m': "require('fs').rmSync('a')",
    },
    {
      'main.js': "require('x/sub');",
      'node_modules/x/package.json': '{"exports":{"./sub":{"node":"./s.dat"}}}',
      'node_modules/x/s.dat': "require('fs').rmSync('a')",
    },
    {
      'main.js': "import '#x';",
      'package.json': '{"imports":{"#x":"./s.dat"}}',
      's.dat': "require('fs').rmSync('a')",
    },
    {
      'main.js': "import 'me/x';",
      'package.json': '{"name":"me","exports":{"./*":"./src/*.dat"}}',
      'src/x.dat': "require('fs').rmSync('a')",
    },
    { 'main.js': "require('./a.ts');", 'a.ts': 'x' },
    { 'main.js': "import './a.mts';", 'a.mts': 'x' },
    { 'main.js': "import x from './m.wasm'; x();", 'm.wasm': 'x' },
    { 'main.js': "require('./b');", 'b/package.json': '{"main":"m.dat"}', 'b/m.dat': 'x' },
    { 'main.js': "require('./n.node');", 'n.node': 'x' },
    { 'main.js': "require('./n');", 'n.node': 'x' },
    { 'main.js': "require('x/../../../../etc/x.js');" },
    { 'main.js': "import './%2e%2e/%2e%2e/x.mjs';" },
    { 'main.js': "import '.\\\\..\\\\..\\\\x.mjs';" },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "Object.assign(module, { exports: require('fs') });",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "Object.defineProperty(module, 'exports', { get() { return require('fs'); } });",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "Object.defineProperty(module, 'exports', { value: require('fs') });",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "Reflect.set(module, 'exports', require('fs'));",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "with (module) exports = require('fs');",
    },
  ].map((code) => unclear(named(code), code)),
  ...[
    {
      'main.js': "import { fs } from './%61.mjs'; fs.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs };",
    },
    {
      'main.js': "import { fs } from './a.mjs?x'; fs.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs };",
    },
    {
      'main.js': "import { fs } from './a.mjs#x'; fs.rmSync('x');",
      'a.mjs': "import fs from 'fs'; export { fs };",
    },
    {
      'main.js': "const { d } = require('x'); d.rmSync('x');",
      'node_modules/x/package.json': '{"main":"lib/m"}',
      'node_modules/x/lib/m.js': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('x'); d.rmSync('x');",
      'node_modules/x/package.json': '{"main":"./lib"}',
      'node_modules/x/lib/index.js': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('x/y'); d.rmSync('x');",
      'node_modules/x/package.json': '{"exports":{"./y":{"import":"./y.mjs","require":"./z.cjs"}}}',
      'node_modules/x/z.cjs': "exports.d = require('fs');",
      'node_modules/x/y.mjs': 'export const d = 1',
    },
    {
      'main.js': "const { d } = require('x'); d.rmSync('x');",
      'node_modules/x/package.json': '{"exports":"./z.cjs"}',
      'node_modules/x/z.cjs': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('me'); d.rmSync('x');",
      'package.json': '{"name":"me","exports":{".":"./z.cjs"}}',
      'z.cjs': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('#z'); d.rmSync('x');",
      'package.json': '{"imports":{"#z":{"default":"./z.cjs"}}}',
      'z.cjs': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('./b'); d.rmSync('x');",
      'b/package.json': '{"main":"q/z"}',
      'b/q/z.js': "exports.d = require('fs');",
    },
    {
      'main.js': "const { d } = require('@s/x/k.js'); d.rmSync('x');",
      'node_modules/@s/x/k.js': "exports.d = require('fs');",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "Object.assign(module.exports, require('fs'));",
    },
    {
      'main.js': "const d = require('./a'); d.x.rmSync('x');",
      'a.js': "module.exports = { get x() { return require('fs'); } };",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "const { exports: e } = module; e.rmSync = require('fs').rmSync;",
    },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "this.rmSync = require('fs').rmSync;",
    },
    { 'main.js': "const d = require('./a'); d.k.rmSync('x');", 'a.js': "this.k = require('fs');" },
    {
      'main.js': "const d = require('./a'); d.rmSync('x');",
      'a.js': "module['ex' + 'ports'] = require('fs');",
    },
  ].map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[
    {
      'main.js':
        "function ok(n){return !!(n && n.match('^[^/\\\\\\\\]*$'))} function l(n){ if (module && module.exports && ok(n)) { try { var r = require; r('./locale/' + n); } catch {} } }",
      'locale/de.js': '',
    },
    {
      'main.js':
        "function l(n){ if (n && n.match('^[^/\\\\\\\\]*$')) try { require('./locale/' + n); } catch {} }",
    },
    {
      'main.js': "for (const n of ['de', 'en']) require('./locale/' + n);",
      'locale/de.js': '',
      'locale/en.js': '',
    },
    {
      'main.js': "require('./locale/' + (big ? 'de' : 'en'));",
      'locale/de.js': '',
      'locale/en.js': '',
    },
    "import(`./locale/${big ? 'de' : 'en'}.js`)",
    { 'main.js': "require('./a');", 'a.json': '{}' },
    { 'main.js': "require('./a.json');", 'a.json': '{}' },
    {
      'main.js': "import a from './a.json' with { type: 'json' }; console.log(a);",
      'a.json': '{}',
    },
    {
      'main.js': "require('x');",
      'node_modules/x/package.json': '{"main":"lib/m.js"}',
      'node_modules/x/lib/m.js': '',
    },
  ].map((code) => snippet(named(code), code, [])),
];
