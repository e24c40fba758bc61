import { named, snippet, unclear } from './labelled-snippet.ts';

const lost = [
  "new Map([['a', process]]).get('a').getBuiltinModule('fs').rmSync('a');",
  "function go() { return arguments[0].getBuiltinModule('fs'); } go(process).rmSync('a');",
  "const s = new Set(); s.add(process); for (const p of s) p.getBuiltinModule('fs').rmSync('a');",
  "const s = new Set([process]); for (const { getBuiltinModule: g } of s) g('fs').rmSync('a');",
  "const m = new Map([['a', process]]); m.get('a')['getBuiltin' + 'Module']('fs');",
  "const m = new Map([['a', process]]); const { getBuiltinModule } = m.get('a'); getBuiltinModule('fs').rmSync('a');",
  "const m = new Map([['a', process]]); m.get('a')._linkedBinding('fs');",
];

const harmless = [
  "process.getBuiltinModule('path').join('a');",
  "globalThis.process?.getBuiltinModule?.('path').join('a');",
  "const { getBuiltinModule } = process; getBuiltinModule('path').join('a');",
  "const p = globalThis.process || {}; if (p.getBuiltinModule) p.getBuiltinModule('path');",
  "const p = typeof process === 'object' && process; typeof p.getBuiltinModule === 'function';",
  "import p from 'node:process'; p.getBuiltinModule('path');",
  "import { getBuiltinModule as g } from 'process'; g('path');",
  "const shim = { env: {}, nextTick() {}, binding() { throw new Error('no'); } }; shim.binding('a');",
  "const show = (stream, env) => stream.isTTY && !env.NO_COLOR; exports.show = new Map([['a', process]]); show(process.stdout, process.env);",
  'exports.show = (other) => { let held = [process]; held = [held]; other.present(held); };',
];

/** Ways on which `process` is lost, and what libraries do with it. */
export const processes = [
  ...lost.map((code) => unclear(named(code), code)),
  ...harmless.map((code) => snippet(named(code), code, [])),
];
