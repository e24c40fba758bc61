import { type LabelledSnippet, named, snippet } from './labelled-snippet.ts';

/** Reads a property of that name by a computed name, of another object. */
const other =
  "function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}')); ";

const kept =
  'class T { constructor(c) { this.context = c; } path() { return this.context.extensionPath; } } ';

const behindKept = [
  'exports.activate = (c) => { new T(c).path(); };',
  'exports.activate = (c) => { const show = (t) => t.path(); show(new T(c)); };',
  'class View { take(t) { return t.path(); } } exports.activate = (c) => { const go = (v) => v.take(new T(c)); go(new View()); };',
  'class View { constructor(t) { this.t = t; } show() { return this.t.path(); } } exports.activate = (c) => { new View(new T(c)).show(); };',
  'class View { #t; constructor(t) { this.#t = t; } show() { return this.#t.path(); } } exports.activate = (c) => { new View(new T(c)).show(); };',
  'class Base { constructor(t) { this.t = t; } } class View extends Base { show() { return this.t.path(); } } exports.activate = (c) => { new View(new T(c)).show(); };',
  'exports.activate = (c) => { const all = [new T(c)]; for (const t of all) t.path(); };',
  'exports.activate = (c) => { const all = []; all.push(new T(c)); all.forEach((t) => t.path()); all.length = 0; };',
  "exports.activate = (c) => { const all = new Map(); all.set('a', new T(c)); all.get('a').path(); all.delete('a'); };",
  'exports.activate = (c) => { const all = new Set(); all.add(new T(c)); for (const t of all) t.path(); all.clear(); };',
  'class Host { listeners = []; on(f) { this.listeners.push(f); } } exports.activate = (c) => { const t = new T(c); new Host().on(() => t.path()); };',
  'exports.activate = (c) => { const make = async () => new T(c); (async () => { const t = await make(); t.path(); })(); };',
  'exports.activate = (c) => { const { context } = new T(c); console.log(context.extensionPath); };',
  'exports.activate = (c) => { const t = new T(c); setTimeout(() => t.path(), 1); };',
  'exports.activate = (c) => { const t = new T(c); const path = () => t.path(); c.subscriptions.push({ dispose: path }); };',
  'exports.activate = (c) => { const t = new T(c); if (t instanceof T && typeof t === "object") t.path(); };',
  'exports.activate = (c) => { const t = Object.freeze(new T(c)); t.path(); Object.keys(t).length; };',
];

const others: LabelledSnippet['code'][] = [
  'class T { static make(c) { const t = new T(); t.context = c; return t; } path() { return this.context.extensionPath; } } exports.activate = (c) => { T.make(c).path(); };',
  'function T(c) { this.context = c; } T.prototype.path = function () { return this.context.extensionPath; }; exports.activate = (c) => { new T(c).path(); };',
  'const state = { context: undefined }; exports.activate = (c) => { state.context = c; console.log(state.context.extensionPath); };',
  "const vscode = require('vscode'); class P { constructor(c) { this.context = c; } getChildren() { return [this.context.extensionPath]; } getTreeItem(e) { return new vscode.TreeItem(e); } } exports.activate = (c) => { vscode.window.registerTreeDataProvider('a', new P(c)); };",
  "const vscode = require('vscode'); class P { constructor(c) { this.context = c; } dispose() { this.context = undefined; } } exports.activate = (c) => { c.subscriptions.push(new P(c)); };",
  {
    'main.js':
      "const { T } = require('./t'); exports.activate = (c) => new T(c).path(); function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    't.js':
      'class T { constructor(c) { this.context = c; } path() { return this.context.extensionPath; } } exports.T = T;',
  },
  {
    'main.js':
      "const t = require('./t'); exports.activate = (c) => { t.set(c); t.path(); }; function other(o) { return o.context[process.argv[2]].get('a'); } other(JSON.parse('{}'));",
    't.js':
      'exports.set = (c) => { exports.context = c; }; exports.path = () => exports.context.extensionPath;',
  },
];

/** Objects that hold the context, and of which all uses are known: nobody has to look at them. */
export const closedHonest = [
  ...behindKept.map((code) => other + kept + code),
  ...others.map((code) => (typeof code === 'string' ? other + code : code)),
].map((code) => snippet(named(code), code, []));
