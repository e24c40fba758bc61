import { named, snippet, unclear } from './labelled-snippet.ts';

const activate = (body: string, more = '') =>
  `exports.activate = (context) => { ${body} }; ${more}`;

const hides = '(v) => v[x](1)';

/** Functions of which the code shows one, and may call another. */
const others = [
  `let f = () => 1; f = table[x]; f(require('fs')); const table = { a: ${hides} };`,
  `const f = table[x] || (() => {}); f(require('fs')); const table = { a: ${hides} };`,
  `const f = x ? table[x] : (() => {}); f(require('fs')); const table = { a: ${hides} };`,
  `let f = () => {}; ({ f } = table); f(require('fs')); const table = { f: ${hides} };`,
  `let f = () => {}; [f] = list; f(require('fs')); const list = [${hides}];`,
  `let f = () => {}; for (f of list) f(require('fs')); const list = [${hides}];`,
  `const o = { run() {} }; o[x] = ${hides}; o.run(require('fs'));`,
  `const o = { run() {} }; const k = 'run'; o[k] = ${hides}; o.run(require('fs'));`,
  `class A { run() {} } A.prototype[x] = ${hides}; new A().run(require('fs'));`,
  `const o = { get run() { return table[x]; } }; const p = { run() {} }; o.run(require('fs')); const table = { a: ${hides} };`,
  `const list = [() => {}]; list.forEach((f, i, all) => { all[1] = ${hides}; }); list.forEach((f) => f(require('fs')));`,
  `const list = [() => {}]; const b = list.reverse(); b.push(${hides}); list.forEach((f) => f(require('fs')));`,
  `const list = [['a', () => {}]]; for (const p of list) p[1] = ${hides}; for (const [n, f] of list) f(require('fs'));`,
  `const list = [['a', () => {}]]; list[0][1] = ${hides}; for (const [n, f] of list) f(require('fs'));`,
  `const m = new Map([['a', () => {}]]); m.get = () => ${hides}; m.get('a')(require('fs'));`,
  `Map.prototype.get = () => ${hides}; const m = new Map([['a', () => {}]]); m.get('a')(require('fs'));`,
  `Array.prototype.forEach = (g) => g(${hides}); [() => {}].forEach((f) => f(require('fs')));`,
  `const o = { a() {} }; Object.setPrototypeOf(o, { b: ${hides} }); for (const k in o) o[k](require('fs'));`,
];

const start = 'const a = (c) => c.subscriptions.push(1); const b = (c) => c.extensionPath;';

/** Lists and tables of functions that are all known, as extensions keep their features. */
const lists = [
  activate('[a, b].forEach((f) => f(context));', start),
  activate('for (const f of [a, b]) f(context);', start),
  activate('for (const f of list) f(context);', `${start} const list = [a]; list.push(b);`),
  activate('Promise.all([a, b].map((f) => f(context)));', start),
  activate('for (const [, f] of list) f(context);', `${start} const list = [['a', a], ['b', b]];`),
  activate('for (const f of Object.values(all)) f(context);', `${start} const all = { a, b };`),
  activate('for (const k in all) all[k](context);', `${start} const all = { a, b };`),
  activate('map.get(x)?.(context);', `${start} const map = new Map([['a', a]]); map.set('b', b);`),
  activate('new Set([a, b]).forEach((f) => f(context));', start),
  activate(
    'list.forEach((F) => new F(context));',
    'class A { constructor(c) { c.subscriptions.push(1); } } const list = [A];',
  ),
  activate(
    'A.of(context);',
    'class A { static of(c) { return new this(c); } constructor(c) { c.subscriptions.push(1); } }',
  ),
];

/** Calls of functions that aren't named where they are called. */
export const callees = [
  ...others.map((code) => unclear(named(code), code)),
  ...lists.map((code) => snippet(named(code), code, [])),
];
