import { type Permission, permissions } from '@orchestra/core';
import { bounded, type LabelledSnippet } from './labelled-snippet.ts';

const anything = permissions;
const files: readonly Permission[] = ['filesystem.read', 'filesystem.write'];

/** Texts and values that have globals alone: these give them the network, and nothing else. */
const withGlobals: string[] = [
  'new Function(text)()',
  '(0, eval)(text)',
  '(1, eval)(text)',
  'globalThis.eval(text)',
  'const { eval: run } = globalThis; run(text)',
  'const run = eval; run(text)',
  'Reflect.construct(Function, [text])()',
  '(() => {}).constructor(text)()',
  '(async () => {}).constructor(text)()',
  'unknown.constructor.constructor(text)()',
  'const Made = Object.getPrototypeOf(async function () {}).constructor; new Made(text)()',
  "setTimeout('run' + text, 1)",
  'lose(globalThis)',
  'lose(Function)',
  'class Made extends Function {} new Made(text)',
  'globalThis[name](text)',
  'names.map(Function)',
  "lose(Function('return this')())",
  'globalThis.run = new Function(text)',
  'globalThis.state = { count: 1 }; new Function(text)()',
  "Object.assign(globalThis, { state: 'on' }); new Function(text)()",
  'Array.prototype.last = function () { return this[this.length - 1]; }; new Function(text)()',
];

/** Texts that know the variables around them, among them `require`, and values that load modules. */
const withEverything: string[] = [
  'eval(text)',
  '(eval)(text)',
  '((eval) => eval(text))(globalThis.eval)',
  'lose(globalThis); function run(eval) { return eval(text); } run(given)',
  'lose(eval)',
  // by its own name, or where it is lost, `eval` may know the variables around it
  'eval?.(text)',
  'texts.forEach(eval)',
  'Reflect.apply(eval, null, [text])',
  "require('vm').runInThisContext(text)",
  "require('vm').runInNewContext(text, { require })",
  "new (require('worker_threads').Worker)(text, { eval: true })",
  'process.binding(text)',
  'module._compile(text)',
  'lose(require)',
  'require(text)',
  "const make = new Function('load', text); make(require)",
  "const make = new Function('load', text); make((name) => require(name))",
  "globalThis.load = (name) => require(name); globalThis.load('path'); new Function(text)()",
];

/** What code puts where a text finds it that nobody knows: the module `fs`, of which a use is told. */
const givenFiles: string[] = [
  'globalThis.kept = fs; new Function(text)()',
  'globalThis.kept = fs; kept.existsSync(a); new Function(text)()',
  'kept = fs; kept.existsSync(a); (0, eval)(text)',
  'globalThis.kept = { of: fs }; kept.of.existsSync(a); new Function(text)()',
  'const kept = { of: fs }; kept.of.existsSync(a); globalThis.kept = kept; new Function(text)()',
  'globalThis.kept = given || fs; kept.existsSync(a); new Function(text)()',
  'globalThis.kept = [fs]; kept[0].existsSync(a); new Function(text)()',
  'Object.prototype.kept = fs; ({}).kept.existsSync(a); new Function(text)()',
  'Promise.kept = fs; Promise.kept.existsSync(a); new Function(text)()',
  "''.__proto__.kept = fs; 'a'.kept.existsSync(a); new Function(text)()",
  'Object.assign(globalThis, { kept: fs }); kept.existsSync(a); new Function(text)()',
  "Object.defineProperty(globalThis, 'kept', { value: fs }); kept.existsSync(a); new Function(text)()",
  "Reflect.set(globalThis, 'kept', fs); kept.existsSync(a); new Function(text)()",
  'new Function(text)(fs)',
  'new Function(text).call(fs)',
  'new Function(text).apply(null, [fs])',
  'new Function(text).bind(fs)()',
  'const made = new Function(text); made(fs)',
  'const made = new Function(text); made({ of: fs }); use.of.existsSync(a)',
  'const made = new Function(text); const kept = { of: fs }; kept.of.existsSync(a); made(kept)',
  'let made; made = new Function(text); made.call({ of: fs }, 1); use.of.existsSync(a)',
];

const behind = "const fs = require('fs'); fs.existsSync(a); ";

/** Code that nobody can tell, with what it may need at most. */
export const reached: LabelledSnippet[] = [
  ...withGlobals.map((code) => bounded(code, { reach: ['network'] })),
  ...withEverything.map((code) => bounded(code, { reach: anything })),
  ...givenFiles.map((code) =>
    bounded(behind + code, { needs: ['filesystem.read'], reach: [...files, 'network'] }),
  ),
  bounded('lose(require("fs"))', { reach: files }),
  bounded('exports.activate = (context) => lose(context)', { reach: ['terminal', 'secrets'] }),
  bounded(`${behind}fs[name](a)`, { needs: ['filesystem.read'], reach: files }),
];
