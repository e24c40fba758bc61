import { named, snippet, unclear } from './labelled-snippet.ts';

const removes = "fs.rmSync('a');";

const known = [
  "if (true) { function get() { return require('fs'); } } get().rmSync('a');",
  "var get = 1; { function get() { return require('fs'); } } const again = () => get(); again().rmSync('a');",
  "switch (1) { default: function get() { return require('fs'); } } get().rmSync('a');",
  "function go() { if (go) { function get() { return require('fs'); } } return get(); } go().rmSync('a');",
  "if (a) { function get() { return 1; } } else { function get() { return require('fs'); } } get().rmSync('a');",
  `const run = () => later(require('fs')); { { function later(fs) { ${removes} } } } run();`,
  "var get = () => ({ rmSync() {} }); { function get() { return require('fs'); } } get().rmSync('a');",
];

const lost = [
  "function f(a) { a = require('fs'); return arguments[0]; } f(1).rmSync('a');",
  "const w = (held) => { function f(a) { a = held; return arguments[0]; } f(1).rmSync('a'); }; w(require('fs'));",
];

const seen = [
  `function outer(fs) { return inner(); function inner() { return outer.arguments[0]; } } outer(require('fs')).rmSync('a');`,
  `const outer = function (fs) { return inner(); }; function inner() { return outer.arguments[0]; } outer(require('fs')).rmSync('a');`,
  `(function own(fs) { go(); function go() { own.arguments[0].rmSync('a'); } })(require('fs'));`,
  `function f(fs) { return g(); } function g() { return g.caller.arguments[0]; } f(require('fs')).rmSync('a');`,
  `function f(fs) { return g(); } function g() { return arguments.callee.caller.arguments[0]; } f(require('fs')).rmSync('a');`,
  "console.log = (fs) => fs[process.argv[2]]('a'); console.log(require('fs'));",
  "Object.defineProperty(console, 'log', { value: (load) => load(process.argv[2]) }); console.log(require);",
  'Object.keys = (load) => load(process.argv[2]); Object.keys(require);',
  'globalThis.String = (load) => load(process.argv[2]); String(require);',
];

const honest = [
  "const call = { arguments: [require('fs').constants] }; const log = (all) => console.log(all.arguments, all.caller); log(call);",
  "const log = console.log; console.log = (...all) => log('a', ...all); console.log(require('path').sep);",
  "const p = new Proxy(require('fs'), { get(t, k) { const v = t[k]; return typeof v === 'function' ? v.bind(t) : v; } }); p.constants;",
  "let get = () => ({ rmSync() {} }); { function get() { return require('fs').constants; } get(); } get().rmSync('a');",
  "function go(get) { { function get() { return require('fs').constants; } get(); } get().rmSync('a'); } go(() => ({ rmSync() {} }));",
  'if (a) { function get() { return 1; } } else { function get() { return 2; } } get();',
];

/**
 * What only code outside of strict mode does: functions that leave their block, arguments that are parameters or that
 * others read, and functions of the language that are replaced.
 */
export const scriptMode = [
  ...known.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...[...lost, ...seen].map((code) => unclear(named(code), code)),
  ...honest.map((code) => snippet(named(code), code, [])),
];
