import { type LabelledSnippet, named, snippet, unclear } from './labelled-snippet.ts';

/** A bundle of webpack 5 with modules of the keys 1, 2 and so on, functions of `(e, t, n)`. */
function webpack(...modules: string[]): string {
  const table = modules.map((text, at) => `${at + 1}:(e,t,n)=>{${text}}`).join(',');
  return `(()=>{var e={${table}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r].call(i.exports,i,i.exports,n),i.exports}n.d=(e,t)=>{for(var r in t)n.o(t,r)&&!n.o(e,r)&&Object.defineProperty(e,r,{enumerable:!0,get:t[r]})},n.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t);var r=n(1);module.exports=r})();`;
}

/** A bundle of webpack 4. */
function webpack4(...modules: string[]): string {
  const table = modules.map((text) => `function(e,t,n){${text}}`).join(',');
  return `module.exports=function(e){var t={};function n(r){if(t[r])return t[r].exports;var o=t[r]={i:r,l:!1,exports:{}};return e[r].call(o.exports,o,o.exports,n),o.l=!0,o.exports}return n.m=e,n.c=t,n.s=0,n(n.s=0)}([${table}]);`;
}

/** A file with a module that esbuild wrapped. */
function esbuild(module: string, main: string): string {
  return `var __commonJS=(cb,mod)=>function(){return mod||(0,cb[Object.getOwnPropertyNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports};var require_a=__commonJS({"a.js"(exports,module){${module}}});${main}`;
}

const lost: LabelledSnippet['code'][] = [
  {
    'main.js':
      "const a = require('./a'); exports.activate = (c) => { a.set(c); const k = process.argv[2]; a[k][k].get('a'); };",
    'a.js': 'exports.set = (c) => { exports.c = c; };',
  },
  {
    'main.js':
      "const a = require('./a'); exports.activate = (c) => { a.set(c); a.c[process.argv[2]].get('a') };",
    'a.js': 'exports.set = (c) => { exports.c = c; };',
  },
  {
    'main.js':
      "const a = require('./a'); const b = require('./b'); exports.activate = (c) => { a.set(c); b(); };",
    'a.js': 'exports.set = function (c) { this.c = c; };',
    'b.js': "const a = require('./a'); module.exports = () => a.c[process.argv[2]].get('a');",
  },
  {
    'main.js': "const a = require('./a'); exports.activate = (c) => { a.set(c); };",
    'a.js': "exports.set = (c) => {}; module.exports = { set(c) { c[process.argv[2]].get('a') } };",
  },
  {
    'main.js':
      "const a = require('./a'); a.set = (c) => c[process.argv[2]].get('a'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
  },
  {
    'main.js': "const a = require('./a'); require('./b'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js': "const a = require('./a'); a['s' + 'et'] = (c) => c[process.argv[2]].get('a');",
  },
  {
    'main.js': "const a = require('./a'); require('./b'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js': "require('./a')[process.argv[2]] = (c) => c[process.argv[2]].get('a');",
  },
  {
    'main.js':
      "const a = require('./a'); require('./b')(a); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js': "module.exports = (m) => { m[process.argv[2]] = (c) => c[process.argv[2]].get('a'); };",
  },
  {
    'main.js': "const a = require('./a'); require('./b'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js': "Object.assign(require('./a'), { set: (c) => c[process.argv[2]].get('a') });",
  },
  {
    'main.js': "const a = require('./a'); require('./b'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js':
      "require.cache[require.resolve('./a')].exports.set = (c) => c[process.argv[2]].get('a');",
  },
  {
    'main.js': "const a = require('./a'); require('./b'); exports.activate = (c) => { a.set(c); };",
    'a.js': 'exports.set = (c) => {};',
    'b.js':
      "module.children; module.parent.children[0].exports.set = (c) => c[process.argv[2]].get('a');",
  },
  {
    'main.js':
      "const a = require('./a'); const r = require; exports.activate = (c) => { a.keep(c); r('./b'); };",
    'a.js': 'exports.keep = (c) => { exports.c = c; };',
    'b.js': "const a = require('./a'); a.c[process.argv[2]].get('a');",
  },
  {
    'main.js':
      "const { A } = require('./a'); exports.activate = (c) => { new A(c).leak()[process.argv[2]].get('a') };",
    'a.js': "class A { constructor(c) { this.c = c; } } exports.A = A; require('./b');",
    'b.js': "const a = require('./a'); a.A.prototype.leak = function () { return this.c; };",
  },
  {
    'main.js':
      "const a = require('./a'); exports.activate = (c) => { new a.A(c).leak()[process.argv[2]].get('a') };",
    'a.js':
      "class A { constructor(c) { this.c = c; } } Object.defineProperty(exports, 'A', { get: () => B }); class B extends A { leak() { return this.c; } }",
  },
  webpack(
    "var a=n(2);t.activate=(c)=>{a.set(c);a.c[process.argv[2]].get('a')}",
    't.set=(c)=>{t.c=c}',
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{a.set(c);n(3)()}',
    't.set=(c)=>{t.c=c}',
    "var a=n(2);e.exports=()=>a.c[process.argv[2]].get('a')",
  ),
  webpack(
    'var a=n(2);n(3);t.activate=(c)=>{a.set(c)}',
    't.set=(c)=>{}',
    "n(2).set=(c)=>c[process.argv[2]].get('a')",
  ),
  webpack(
    'var a=n(2);n(3);t.activate=(c)=>{a.set(c)}',
    't.set=(c)=>{}',
    "n.c[2].exports.set=(c)=>c[process.argv[2]].get('a')",
  ),
  webpack(
    'var a=n(2);n(3);t.activate=(c)=>{a.set(c)}',
    't.set=(c)=>{}',
    "var m=n;m(2).set=(c)=>c[process.argv[2]].get('a')",
  ),
  webpack(
    'var a=n(2);n(3);t.activate=(c)=>{a.set(c)}',
    't.set=(c)=>{}',
    "n(process.argv[2]).set=(c)=>c[process.argv[2]].get('a')",
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{a.set(c)}',
    "n.d(t,{set:()=>set});function set(c){c[process.argv[2]].get('a')}",
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{new a.A(c).go()}',
    "n.d(t,{A:()=>A});class A{constructor(c){this.c=c}go(){this.c[process.argv[2]].get('a')}}",
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{new a.A(c).go()}',
    't.A=void 0;t.A=class{constructor(c){this.c=c}go(){n(3).leak(this)}}',
    "t.leak=(a)=>a.c[process.argv[2]].get('a')",
  ),
  webpack(
    "var a=n(2);t.activate=(c)=>{var o={};a.d(o,c);o.x[process.argv[2]].get('a')}",
    't.d=(o,c)=>n.d(o,{x:()=>c})',
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{a.set(c)}',
    "t.set=(c)=>{};e.exports=new Proxy(t,{get:()=>(c)=>c[process.argv[2]].get('a')})",
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{a.set(c)}',
    't.set=(c)=>{};e=n(3)',
    "e.exports={set(c){c[process.argv[2]].get('a')}}",
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>{a.set(c)}',
    "t.set=(c)=>{};e.exports.__proto__={}; Object.setPrototypeOf(t, {}); t.set=undefined; delete t.set; Object.setPrototypeOf(t,{set(c){c[process.argv[2]].get('a')}})",
  ),
  "(()=>{var e={1:(e,t,n)=>{var a=n(2);t.activate=(c)=>{a.set(c)}},2:(e,t,n)=>{t.set=(c)=>{}}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};e[r].call(i.exports,i,i.exports,n);i.exports.set=(c)=>c[process.argv[2]].get('a');return i.exports}module.exports=n(1)})();",
  "(()=>{var e={1:(e,t,n)=>{var a=n(2);t.activate=(c)=>{a.set(c)}},2:(e,t,n)=>{t.set=(c)=>{}}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r].call(i.exports,i,i.exports,n),r===2?{set:(c)=>c[process.argv[2]].get('a')}:i.exports}module.exports=n(1)})();",
  "(()=>{var e={1:(e,t,n)=>{var a=n(2);t.activate=(c)=>{a.set(c)}},2:(e,t,n)=>{t.set=(c)=>{}}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r].call(i.exports,i,i.exports,n),i.exports}t[2]={exports:{set:(c)=>c[process.argv[2]].get('a')}};module.exports=n(1)})();",
  "(()=>{var e={1:(e,t,n)=>{var a=n(2);t.activate=(c)=>{a.set(c)}},2:(e,t,n)=>{t.set=(c)=>{}}},t={};e[2]=(e,t)=>{t.set=(c)=>c[process.argv[2]].get('a')};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r].call(i.exports,i,i.exports,n),i.exports}module.exports=n(1)})();",
  esbuild(
    'exports.set=(c)=>{exports.c=c}',
    "var a=require_a();exports.activate=(c)=>{a.set(c);a.c[process.argv[2]].get('a')}",
  ),
  esbuild(
    'exports.set=(c)=>{}',
    "var a=require_a();var f=require_a;f().set=(c)=>c[process.argv[2]].get('a');exports.activate=(c)=>{a.set(c)}",
  ),
  esbuild(
    "exports.set=(c)=>{};module.exports={set(c){c[process.argv[2]].get('a')}}",
    'var a=require_a();exports.activate=(c)=>{a.set(c)}',
  ),
];

const honest: LabelledSnippet['code'][] = [
  {
    'main.js':
      "const { A } = require('./a'); exports.activate = (c) => new A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    'a.js':
      'class A { constructor(c) { this.context = c; } path() { return this.context.extensionPath; } } exports.A = A;',
  },
  {
    'main.js':
      "const A = require('./a'); exports.activate = (c) => new A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    'a.js':
      'module.exports = class A { constructor(c) { this.context = c; } path() { return this.context.extensionPath; } };',
  },
  {
    'main.js':
      "const a = require('./a'); exports.activate = (c) => { a.init(c); console.log(a.path()); }; function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    'a.js':
      'let context; exports.init = (c) => { context = c; }; exports.path = () => context.extensionPath;',
    'lib.js': '',
  },
  {
    'main.js':
      "const a = require('./a'); const other = require('./b'); exports.activate = (c) => { a.init(c); other.init(JSON.parse('{}')); };",
    'a.js':
      'let context; exports.init = (c) => { context = c; console.log(context.extensionPath); };',
    'b.js': "exports.init = (o) => o[process.argv[2]].get('a');",
  },
  webpack(
    "var a=n(2);t.activate=(c)=>new a.A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    "Object.defineProperty(t,'__esModule',{value:!0}),t.A=void 0;t.A=class{constructor(e){this.context=e}path(){return this.context.extensionPath}}",
  ),
  webpack(
    "var a=n(2);t.activate=(c)=>new a.A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    'n.d(t,{A:()=>A});class A{constructor(e){this.context=e}path(){return this.context.extensionPath}}',
  ),
  webpack(
    'var a=n(2);t.activate=(c)=>(0,a.init)(c)',
    't.init=(c)=>c.extensionPath',
    "t.init=(o)=>o[process.argv[2]].get('a')",
  ),
  webpack(
    "var i=this&&this.__importStar||function(e){if(e&&e.__esModule)return e;var t={};if(null!=e)for(var n in e)'default'!==n&&Object.prototype.hasOwnProperty.call(e,n)&&(t[n]=e[n]);return t.default=e,t};const a=i(n(2));t.activate=(c)=>a.init(c)",
    't.init=(c)=>c.extensionPath',
    "t.init=(o)=>o[process.argv[2]].get('a')",
  ),
  webpack4(
    "var a=n(1);t.activate=(c)=>new a.A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    't.A=class{constructor(e){this.context=e}path(){return this.context.extensionPath}}',
  ),
  webpack4(
    'var a=n(1);t.activate=(c)=>a.init(c)',
    'e.exports.init=(c)=>c.extensionPath',
    "e.exports.init=(o)=>o[process.argv[2]].get('a')",
  ),
  esbuild(
    'exports.A=class{constructor(c){this.context=c}path(){return this.context.extensionPath}}',
    "var a=require_a();exports.activate=(c)=>new a.A(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
  ),
];

/** Modules that the context is handed to: what surely is in them, and what others may put there. */
export const closedModules = [
  ...lost.map((code) => unclear(named(code), code)),
  ...honest.map((code) => snippet(named(code), code, [])),
];
