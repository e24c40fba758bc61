import { named, snippet, unclear } from './labelled-snippet.ts';

const writes = [
  "Reflect.apply(eval, undefined, [\"require('fs').rmSync('a')\"]);",
  "[\"require('fs').rmSync('a')\"].forEach(eval);",
  '["1", "require(\'fs\').rmSync(\'a\')"].map(globalThis.eval);',
  "const f = Reflect.apply(Function, null, ['return require']); f()('fs').rmSync('a');",
  "Reflect.construct(Function, [\"require('fs').rmSync('a')\"])();",
  "Reflect.apply(eval, null, ['require'])('fs').rmSync('a');",
  "Reflect.apply(eval, null, [\"Reflect.apply(eval, null, ['require'])\"])('fs').rmSync('a');",
];

const harmless = [
  "Reflect.apply(eval, null, ['1+1']);",
  "['1+1'].map(eval);",
  "const t = '1+1'; Reflect.apply(eval, null, [t]);",
  "x(['1'].forEach(eval));",
  "Reflect.construct(Function, ['a', 'return a'])(1);",
];

/** Where others decide what runs: a list that isn't written out, and methods that are not those of the language. */
const held = [
  '[x].map(eval);',
  'Reflect.construct(Function, ["return 1"], Other)();',
  'Reflect.apply(eval, null, [...t]);',
  'Reflect.apply(eval, null, t);',
  "const Reflect = { apply: (f) => f(x) }; Reflect.apply(eval, null, ['1']);",
  "Reflect.apply = (f) => f(x); Reflect.apply(eval, null, ['1']);",
  "Array.prototype.forEach = function (f) { f(x); }; ['1'].forEach(eval);",
  "Object.assign(Array.prototype, { forEach(f) { f(x); } }); ['1'].forEach(eval);",
  "Object.defineProperty(Array.prototype, 'forEach', { value: function (f) { f(x); } }); ['1'].forEach(eval);",
  "const a = ['1']; a.push(x); a.forEach(eval);",
  "['require'].map(eval)[0]('fs').rmSync('a');",
  "const [r] = ['require'].map(eval); r('fs').rmSync('a');",
  "['1'].some(eval);",
  "Array.prototype[k()] = function (f) { f(x); }; ['1'].forEach(eval);",
  "Reflect[k()] = (f) => f(x); Reflect.apply(eval, null, ['1']);",
  "Array.prototype['for' + 'Each'] = function (f) { f(x); }; ['1'].forEach(eval);",
  "with (o) Reflect.apply(eval, null, ['1']);",
  "globalThis.Reflect = { apply: (f) => f(x) }; Reflect.apply(eval, null, ['1']);",
  "globalThis[k()] = { apply: (f) => f(x) }; Reflect.apply(eval, null, ['1']);",
  "Object.assign(Reflect, o); Reflect.apply(eval, null, ['1']);",
  "Reflect = { apply: (f) => f(x) }; Reflect.apply(eval, null, ['1']);",
  "[Reflect.apply] = [(f) => f(x)]; Reflect.apply(eval, null, ['1']);",
  "Reflect.apply(eval, null, ['1', x].reverse());",
];

/** Functions that run texts, handed to what calls them. */
export const handedEvaluations = [
  ...writes.map((code) => snippet(named(code), code, ['filesystem.write'])),
  ...harmless.map((code) => snippet(named(code), code, [])),
  ...held.map((code) => unclear(named(code), code)),
];
