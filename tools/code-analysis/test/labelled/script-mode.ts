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

const honest = [
  "let get = () => ({ rmSync() {} }); { function get() { return require('fs').constants; } get(); } get().rmSync('a');",
  "function go(get) { { function get() { return require('fs').constants; } get(); } get().rmSync('a'); } go(() => ({ rmSync() {} }));",
  'if (a) { function get() { return 1; } } else { function get() { return 2; } } get();',
];

/** What only code outside of strict mode does: functions that leave their block, and arguments that are parameters. */
export const scriptMode = [
  ...known.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...lost.map((code) => unclear(named(code), code)),
  ...honest.map((code) => snippet(named(code), code, [])),
];
