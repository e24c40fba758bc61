import { snippet, unclear } from './labelled-snippet.ts';

/** Sources as their authors write them: what is true of them stays true however they are bundled. */
export const projects = [
  snippet(
    'a message',
    {
      'main.js':
        "import * as vscode from 'vscode'; import { tell } from './tell.js'; export function activate(context) { context.subscriptions.push(vscode.commands.registerCommand('tide', () => tell('a'))); }",
      'tell.js':
        "import { window } from 'vscode'; export const tell = (text) => window.showInformationMessage(text);",
    },
    ['notifications'],
  ),
  snippet(
    'a class of an API that is extended',
    {
      'main.js':
        "import * as vscode from 'vscode'; class Tide extends vscode.TreeItem { constructor() { super('a'); } async read(uri) { return vscode.workspace.fs.readFile(uri); } } export const activate = () => new Tide();",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a secret in a class',
    {
      'main.js':
        "import { Vault } from './vault.js'; export async function activate(context) { await new Vault(context).read(); }",
      'vault.js':
        "export class Vault { #context; constructor(context) { this.#context = context; } read() { return this.#context.secrets.get('a'); } }",
    },
    ['secrets'],
  ),
  snippet(
    'a Raycast command',
    {
      'main.js':
        "import { Action, showToast } from '@raycast/api'; import { jsx } from 'react/jsx-runtime'; export default function Command() { void showToast({ title: 'a' }); return jsx(Action.CopyToClipboard, { content: 'a' }); }",
    },
    ['clipboard', 'notifications'],
  ),
  snippet(
    'a native extension',
    {
      'main.js':
        "import { network, ui } from '@orchestra/api'; import * as git from './git.js'; export async function activate() { await network.fetch('a'); ui.showInputBox({}); return git.status(); }",
      'git.js':
        "import { workspace } from '@orchestra/api'; export const status = () => workspace.git.status();",
    },
    ['git', 'network'],
  ),
  snippet(
    'several modules by their defaults',
    {
      'main.js':
        "import cp from 'node:child_process'; import path from 'node:path'; import url from 'node:url'; export const go = () => cp.exec(path.join(url.parse('a').path, 'b'));",
    },
    ['system.exec'],
  ),
  snippet(
    'everything of a file that has everything of another',
    {
      'main.js': "import { read } from './disk.js'; export const go = () => read('a');",
      'disk.js': "export * from './reader.js';",
      'reader.js':
        "import { readFile } from 'fs/promises'; export const read = (path) => readFile(path);",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a file that is a module of Node',
    {
      'main.js': "import * as disk from './disk.js'; export const go = () => disk.rmSync('a');",
      'disk.js': "export * from 'node:fs';",
    },
    ['filesystem.write'],
  ),
  snippet(
    'a default that is handed on',
    {
      'main.js':
        "import programs from './programs.js'; export const go = () => programs.exec('a');",
      'programs.js': "export { default } from 'node:child_process';",
    },
    ['system.exec'],
  ),
  snippet(
    'another name for a part',
    {
      'main.js': "import { load } from './load.js'; export const go = () => load('a');",
      'load.js': "export { readFileSync as load } from 'node:fs';",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a file of CommonJS',
    {
      'main.js': "import { run } from './legacy.js'; export const go = () => run('a');",
      'legacy.js': "module.exports = { run: require('child_process').execFile };",
    },
    ['system.exec'],
  ),
  snippet(
    'a module that is loaded late',
    {
      'main.js':
        "export async function go() { const { writeFile } = await import('node:fs/promises'); await writeFile('a', 'b'); }",
    },
    ['filesystem.write'],
  ),
  snippet(
    'a file that is loaded late',
    {
      'main.js': "export const go = () => import('./heavy.js').then(({ load }) => load('a'));",
      'heavy.js': 'export const load = (url) => fetch(url);',
    },
    ['network'],
  ),
  snippet(
    'a private field',
    {
      'main.js':
        "import fs from 'fs'; class Store { #disk = fs; async save(text) { await this.#disk.promises.writeFile('a', text); } } export const go = () => new Store().save('b');",
    },
    ['filesystem.write'],
  ),
  snippet(
    'the rest of a module',
    {
      'main.js':
        "import cp from 'child_process'; const { spawn, ...rest } = cp; export const go = () => rest.execSync('a');",
    },
    ['system.exec'],
  ),
  snippet(
    'functions in a loop',
    {
      'main.js':
        "import cp from 'child_process'; export function go() { for (const run of [cp.execSync, cp.spawnSync]) run('a'); }",
    },
    ['system.exec'],
  ),
  snippet(
    'what may be missing',
    {
      'main.js':
        "import * as fs from 'fs'; export const go = () => (fs?.promises ?? null)?.readFile?.('a');",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a module among other options',
    {
      'main.js':
        "import http from 'http'; import { start } from './start.js'; export const go = () => start({ http, retries: 3 });",
      'start.js':
        "export function start({ http, ...options }) { return http.request('a', { ...options }); }",
    },
    ['network'],
  ),
  snippet(
    'the default of a parameter',
    {
      'main.js':
        "import fs from 'fs'; function save(text, disk = fs) { disk.writeFileSync('a', text); } export const go = () => save('b');",
    },
    ['filesystem.write'],
  ),
  snippet(
    'what is kept once it was needed',
    {
      'main.js':
        "import fs from 'fs'; let kept; const disk = () => (kept ??= fs); export const go = () => disk().rmSync('a');",
    },
    ['filesystem.write'],
  ),
  snippet(
    'lines of a file, one by one',
    {
      'main.js':
        "import { readFile } from 'fs/promises'; async function* lines(path) { for (const line of (await readFile(path, 'utf8')).split('\\n')) yield line; } export async function go() { for await (const line of lines('a')) console.log(line); }",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a promise of a callback',
    {
      'main.js':
        "import { execFile } from 'child_process'; import { promisify } from 'util'; const run = promisify(execFile); export const go = async () => (await run('a', [])).stdout;",
    },
    ['system.exec'],
  ),
  snippet(
    'two files that need each other',
    {
      'main.js':
        "import { tide } from './tide.js'; export const moon = (depth) => depth; export const go = () => tide(3);",
      'tide.js':
        "import { connect } from 'net'; import { moon } from './main.js'; export const tide = (depth) => connect(moon(depth));",
    },
    ['network'],
  ),
  snippet(
    'a class of another file',
    {
      'main.js': "import Disk from './disk.js'; export const go = () => Disk.open().list('a');",
      'disk.js':
        "import { readdirSync } from 'fs'; export default class Disk { static open() { return new Disk(); } list(path) { return readdirSync(path); } }",
    },
    ['filesystem.read'],
  ),
  snippet(
    'an import without use',
    { 'main.js': "import { exec } from 'child_process'; export const go = () => 1;" },
    [],
  ),
  snippet(
    'names of answers, among other modules',
    {
      'main.js':
        "import http from 'http'; import util from 'util'; export const go = (status) => util.format('%s', http.STATUS_CODES[status]);",
    },
    [],
  ),
  snippet(
    'constants',
    { 'main.js': "import { constants } from 'fs'; export const go = () => constants.R_OK;" },
    [],
  ),
  snippet(
    'methods of the same names',
    {
      'main.js':
        "import { Cache } from './cache.js'; export const go = () => new Cache().readFile('a').exec();",
      'cache.js':
        "export class Cache { readFile() { return this; } exec() { return 'child_process.exec'; } fetch() { return this.readFile(); } }",
    },
    [],
  ),
  unclear('a function of any name', {
    'main.js': "import fs from 'fs'; export const go = (name) => fs[name]('a');",
  }),
  unclear('code of a text', {
    'main.js': "export const go = (text) => new Function('tide', text)(1);",
  }),
];
