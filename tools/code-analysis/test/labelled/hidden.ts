import { snippet, unclear } from './labelled-snippet.ts';

/** What code looks like that would rather not be understood. */
export const hidden = [
  unclear(
    'a constructor with a name put together',
    "const c = 'constr' + 'uctor'; [][c][c](code)();",
  ),
  unclear('a constructor by another name', 'const { constructor: F } = () => 1; F(code)();'),
  unclear(
    'the constructor of a generator',
    'const G = Object.getPrototypeOf(function* () {}).constructor; new G(code);',
  ),
  unclear('two computed names of an empty array', '[][a + b][c + d](code)();'),
  snippet(
    'constructors of classes',
    "class Tide { copy() { return new this.constructor(this.name); } } console.log(Object.getPrototypeOf(new Tide()).constructor.name); Error.prototype.constructor.call(null, 'a');",
    [],
  ),
  unclear(
    'a timer with a text of a variable',
    'const text = String(process.argv[2]); setTimeout(text, 1);',
  ),
  snippet('a timer with a function of a variable', 'const run = () => 1; setTimeout(run, 1);', []),
  unclear('call of require by Reflect', "Reflect.get(require, 'call')(null, 'fs').rmSync('a');"),
  unclear('loading hooks', "require('module').register('./hooks.mjs');"),
  unclear(
    'a module made of a text',
    "const Module = require('module'); new Module('a')._compile(text, 'a');",
  ),
  snippet(
    'require of the class of modules',
    "require('module').Module.prototype.require.call(module, 'fs').rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'the class of modules by the module itself',
    "module.constructor.createRequire(__filename)('fs').rmSync('a');",
    ['filesystem.write'],
  ),
  unclear('a worker of a file that nobody knows', "new (require('worker_threads').Worker)(name);"),
  snippet(
    'a worker of a file of the package',
    {
      'main.js':
        "const { join } = require('path'); const file = join(__dirname, 'late.js'); new (require('worker_threads').Worker)(file);",
      'late.js': "require('fs').rmSync('a');",
    },
    ['filesystem.write'],
  ),
  snippet('the global object as this', "(function () { return this; })().fetch('a');", ['network']),
  snippet(
    'a trap that gives a module',
    "new Proxy({}, { get: () => require('fs') }).anything.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'an object made of pairs',
    "const o = Object.fromEntries([['a', require('fs')]]); o.a.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'properties that are defined together',
    "const o = Object.defineProperties({}, { a: { get: () => require('fs') } }); o.a.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet('a setter', "const o = { set a(disk) { disk.rmSync('a'); } }; o.a = require('fs');", [
    'filesystem.write',
  ]),
  snippet(
    'a computed name of an object that is handed on',
    "const run = (table) => table[process.argv[2]].rmSync('a'); run({ a: require('fs') });",
    ['filesystem.write'],
  ),
  snippet(
    'a computed name of an object that is filled',
    "const o = {}; o.a = require('fs'); for (const k in o) o[k].rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'an object that is given on and asked by name',
    "const run = (deps) => deps.path.rmSync(deps.fs.constants); run({ fs: require('fs'), path: require('path') });",
    [],
  ),
  snippet(
    'a module that is handed on among others',
    "function run(...all) { return all.pop().rmSync('a'); } run(1, require('fs'));",
    ['filesystem.write'],
  ),
  snippet(
    'a module that nothing is read of',
    "const unread = require('fs'); if (unread) go();",
    [],
  ),
  unclear('a name of the process that nobody knows', "process[name]('fs');"),
  snippet(
    'a function made of names alone',
    "const names = []; for (let i = 0; i < wrap.length; i++) names.push('$' + i); Function('run', 'return function (' + names.join(',') + ') { return run.apply(this, arguments); }')(wrap);",
    [],
  ),
  snippet('a function of a constant text', "Function('r', 'regeneratorRuntime = r')({});", []),
  unclear(
    'a function of names that are no names',
    "const names = []; names.push(process.argv[2]); Function('run', 'return function (' + names.join(',') + ') {}');",
  ),
  snippet(
    'an import that a compiler shall not change',
    "const load = new Function('name', 'return import(name)'); load('fs').then((disk) => disk.rmSync('a'));",
    ['filesystem.write'],
  ),
  unclear('a computed file of a folder', "require('./plugins/' + name);"),
  unclear(
    'a computed file that is native',
    "try { require('./build/' + name + '.node'); } catch {}",
  ),
  snippet(
    'an object that inherits from a module',
    "const o = {}; Object.setPrototypeOf(o, require('fs')); o.rmSync('a');",
    ['filesystem.write'],
  ),
  snippet(
    'what looks like a helper of webpack and gives something else',
    "function n(m) { '__esModule default { a:'; return () => require('fs'); } n(1)().rmSync('a');",
    ['filesystem.write'],
  ),
  unclear('Function in a list', "[Function][0]('return ' + name)();"),
  unclear('a constructor that is called by call', '(() => {}).constructor.call(null, code)();'),
  unclear(
    'a WeakMap that is handed on',
    "const w = new WeakMap(); w.set({}, require('fs')); for (const each of strange(w)) each.rmSync('a');",
  ),
];
