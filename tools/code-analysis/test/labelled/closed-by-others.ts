import { named, unclear } from './labelled-snippet.ts';

const holder = 'class T { constructor(c) { this.kx = c; } m() { return 1; } } ';

const behindHolder = [
  "const k = ['has', 'Instance'].join(''); const o = { [Symbol[k]](v) { Object.values(v)[0][process.argv[2]].get('a'); } }; exports.activate = (c) => { new T(c) instanceof o; };",
  "const k = ['has', 'Instance'].join(''); class O { static [Symbol[k]](v) { Object.values(v)[0][process.argv[2]].get('a'); } }; exports.activate = (c) => { new T(c) instanceof O; };",
  "let h; const s = Symbol('x'); class A { get [s]() { return h; } } exports.activate = (c) => { h = new T(c); new A()[s].kx[process.argv[2]].get('a'); };",
  "let h; class A { get [Symbol.species]() { return h; } } exports.activate = (c) => { h = new T(c); new A()[Symbol.species].kx[process.argv[2]].get('a'); };",
  "class My { forEach(f, t) { Object.values(t)[0][process.argv[2]].get('a'); } } exports.activate = (c) => { const u = [1].map(() => new My())[0]; u.forEach(() => 1, new T(c)); };",
  "class My { onX(f, t) { Object.values(t)[0][process.argv[2]].get('a'); } } exports.activate = (c) => { const u = [1].map(() => new My())[0]; u.onX(() => 1, new T(c)); };",
  "const run = function () {}; run.call = (t) => { Object.values(t)[0][process.argv[2]].get('a'); }; function help(t, run) { run.call(t); } exports.activate = (c) => { help(new T(c), run); };",
  "const run = function () {}; Object.defineProperty(run, 'call', { value: (t) => { Object.values(t)[0][process.argv[2]].get('a'); } }); function help(t, run) { run.call(t); } exports.activate = (c) => { help(new T(c), run); };",
  "class R { constructor() { this.q = 1; } static call(t) { Object.values(t)[0][process.argv[2]].get('a'); } } function help(t, run) { run.call(t); } exports.activate = (c) => { help(new T(c), R); };",
  "class R { constructor() { this.q = 1; } static call(t) { Object.values(t)[0][process.argv[2]].get('a'); } } exports.activate = (c) => { R.call(new T(c)); };",
  "class R { constructor() { this.q = 1; } static apply(t) { Object.values(t)[0][process.argv[2]].get('a'); } } exports.activate = (c) => { R.apply(new T(c)); };",
  "function R() {} Object.defineProperties(R, { call: { value: (t) => { Object.values(t)[0][process.argv[2]].get('a'); } } }); exports.activate = (c) => { R.call(new T(c)); };",
  "function R() {} Object.assign(R, { call: (t) => { Object.values(t)[0][process.argv[2]].get('a'); } }); exports.activate = (c) => { R.call(new T(c)); };",
  "function R() {} R[['ca','ll'].join('')] = (t) => { Object.values(t)[0][process.argv[2]].get('a'); }; exports.activate = (c) => { R.call(new T(c)); };",
  "function R() {} Object.setPrototypeOf(R, { call(t) { Object.values(t)[0][process.argv[2]].get('a'); } }); exports.activate = (c) => { R.call(new T(c)); };",
  "class B { static call(t) { Object.values(t)[0][process.argv[2]].get('a'); } } class R extends B { constructor() { super(); this.q = 1; } } exports.activate = (c) => { R.call(new T(c)); };",
  "exports.activate = (c) => { function f(a) { a = new T(c); return arguments[0]; } f(1).kx[process.argv[2]].get('a'); };",
  "const l = []; Object.defineProperty(l, 'push', { value: (t) => { Object.values(t)[0][process.argv[2]].get('a'); } }); exports.activate = (c) => { l.push(new T(c)); };",
  "exports.activate = (c) => { { function f() { return new T(c); } } f().kx[process.argv[2]].get('a'); };",
  "class A { set a(v) { arguments[0].kx[process.argv[2]].get('a'); } } exports.activate = (c) => { new A().a = new T(c); };",
  "const vscode = require('vscode'); vscode.window.registerMine = (t) => { Object.values(t)[0][process.argv[2]].get('a'); }; exports.activate = (c) => { vscode.window.registerMine(new T(c)); };",
  "const vscode = require('vscode'); Object.assign(vscode.window, { registerUriHandler(t) { Object.values(t)[0][process.argv[2]].get('a'); } }); exports.activate = (c) => { vscode.window.registerUriHandler(new T(c)); };",
];

const others = [
  "exports.activate = (c) => { function f(a) { a = c; return arguments[0]; } f(1)[process.argv[2]].get('a'); };",
  "class T { constructor(c) { this.size = c; } } exports.activate = (c) => { [[new T(c)]].flat()[0].size[process.argv[2]].get('a'); };",
  "class T { constructor(c) { this.size = c; } } exports.activate = (c) => { const l = []; l.push([new T(c)]); for (const x of l.flat()) x.size[process.argv[2]].get('a'); };",
  "function f() { return arguments.callee.kx; } exports.activate = (c) => { f.kx = c; f()[process.argv[2]].get('a'); };",
  "function g() { return g.caller.kx; } function f() { return g(); } exports.activate = (c) => { f.kx = c; f()[process.argv[2]].get('a'); };",
  "class F { constructor() { new.target.kx[process.argv[2]].get('a'); } } exports.activate = (c) => { F.kx = c; new F(); };",
  "function F() { new.target.kx[process.argv[2]].get('a'); } exports.activate = (c) => { F.kx = c; new F(); };",
  "Error.prepareStackTrace = (e, s) => s; function H(c) { this.kx = c; } H.prototype.go = function () { return look(); }; function look() { return new Error().stack[1].getThis(); } exports.activate = (c) => { new H(c).go().kx[process.argv[2]].get('a'); };",
  "Error.prepareStackTrace = (e, s) => s; function h() { return look(); } function look() { return new Error().stack[1].getFunction(); } exports.activate = (c) => { h.kx = c; h().kx[process.argv[2]].get('a'); };",
  "exports.activate = (c) => { { function f() {} f.kx = c; } f.kx[process.argv[2]].get('a'); };",
  "class W {} exports.activate = (c) => { const w = new W(); { function f(h) { h.kx = c; } f({}); } f(w); w.kx[process.argv[2]].get('a'); };",
  "class A { set a(v) { arguments[0][process.argv[2]].get('a'); } } exports.activate = (c) => { new A().a = c; };",
  "var got={};var k=(o)=>{for(const x in o)o[x](got,{exports:got});return Object.keys(o)};var w=(cb,mod)=>function(){return mod||(0,cb[k(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports};var r=w({'a.js'(exports,module){exports.set=(c)=>{exports.kx=c}}});exports.activate=(c)=>{r();got.set(c);got.kx[process.argv[2]].get('a');};",
];

/** Objects that hold the context, and that code gets by other ways than those by which they are handed on. */
export const closedByOthers = [...behindHolder.map((code) => holder + code), ...others].map(
  (code) => unclear(named(code), code),
);
