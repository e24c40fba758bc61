import { source } from '../bundle-source.ts';

/** Extensions of VS Code. */
export const vscodeSources = [
  source(
    'vscode-namespace',
    {
      'main.ts': `import * as vscode from 'vscode';
export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(
    vscode.commands.registerCommand('tide.say', () => vscode.window.showInformationMessage('Low tide')),
  );
}
export function deactivate() {}
`,
    },
    ['notifications'],
  ),
  source(
    'vscode-names',
    {
      'main.ts': `import { commands, env, type ExtensionContext } from 'vscode';
export const activate = (context: ExtensionContext): void => {
  context.subscriptions.push(commands.registerCommand('tide.copy', () => env.clipboard.writeText('3 m')));
};
`,
    },
    ['clipboard'],
  ),
  source(
    'vscode-default',
    {
      'main.js': `import vscode from 'vscode';
export function activate() {
  return vscode.window.createTerminal('tide');
}
`,
    },
    ['terminal'],
  ),
  source(
    'vscode-nothing',
    {
      'main.ts': `import * as vscode from 'vscode';
const bar = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
export function activate(context: vscode.ExtensionContext) {
  bar.text = 'Tide';
  bar.show();
  context.subscriptions.push(bar);
}
`,
    },
    [],
  ),
  source(
    'activate-from-file',
    {
      'main.ts': "export { activate } from './start.js';\n",
      'start.ts': `export async function activate(context) {
  return context.secrets.get('token');
}
`,
    },
    ['secrets'],
  ),
  source(
    'activate-from-all',
    {
      'main.ts': "export * from './start.js';\nexport * from './stop.js';\n",
      'start.ts':
        "export const activate = async (context) => { await context.secrets.store('token', 'a'); };\n",
      'stop.ts': 'export const deactivate = () => undefined;\n',
    },
    ['secrets'],
  ),
  source(
    'activate-renamed',
    {
      'main.ts': "import { begin } from './begin.js';\nexport { begin as activate };\n",
      'begin.ts': `export function begin({ secrets, subscriptions }) {
  subscriptions.push({ dispose() {} });
  return secrets.delete('token');
}
`,
    },
    ['secrets'],
  ),
  source(
    'secrets-helper',
    {
      'main.ts': `import { Vault } from './vault.js';
let vault: Vault | undefined;
export async function activate(context) {
  vault = new Vault(context);
  return vault.token();
}
`,
      'vault.ts': `export class Vault {
  readonly #context;
  constructor(context) { this.#context = context; }
  async token(): Promise<string> { return (await this.#context.secrets.get('token')) ?? ''; }
}
`,
    },
    ['secrets'],
  ),
  source(
    'context-passed-on',
    {
      'main.ts': `import * as vscode from 'vscode';
import { Tree } from './tree.js';
export function activate(context: vscode.ExtensionContext) {
  context.subscriptions.push(vscode.window.registerTreeDataProvider('tide', new Tree(context)));
}
`,
      'tree.ts': `import * as vscode from 'vscode';
export class Tree {
  constructor(private readonly context: vscode.ExtensionContext) {}
  getTreeItem(name: string) { return new vscode.TreeItem(this.context.asAbsolutePath(name)); }
  getChildren() { return ['high', 'low']; }
}
`,
    },
    [],
  ),
  source(
    'client',
    {
      'main.ts': `import { Client } from './client.js';
let client: Client | undefined;
export async function activate(context) {
  client = new Client({ command: 'tide-server', args: ['--stdio'] });
  await client.start();
  context.subscriptions.push(client);
}
export const deactivate = () => client?.dispose();
`,
      'client.ts': `import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
interface Options { command: string; args: string[] }
export class Client extends EventEmitter {
  private child: ChildProcess | undefined;
  constructor(private readonly options: Options) { super(); }
  async start(): Promise<void> {
    this.child = spawn(this.options.command, this.options.args);
    this.child.stdout?.on('data', (data) => this.emit('message', data));
  }
  dispose(): void { this.child?.kill(); }
}
`,
    },
    ['system.exec'],
  ),
  source(
    'workspace-files',
    {
      'main.ts': `import * as vscode from 'vscode';
import { readAll } from './files.js';
export async function activate() {
  const files = await readAll(vscode.workspace.workspaceFolders ?? []);
  await vscode.window.showWarningMessage(String(files.length));
}
`,
      'files.ts': `import { Uri, workspace } from 'vscode';
export async function readAll(folders: readonly { uri: Uri }[]) {
  const all: Uint8Array[] = [];
  for (const { uri } of folders) all.push(await workspace.fs.readFile(Uri.joinPath(uri, 'tide.txt')));
  return all;
}
`,
    },
    ['filesystem.read', 'notifications'],
  ),
  source(
    'commonjs-vscode',
    {
      'main.js': `const vscode = require('vscode');
const { tell } = require('./tell.js');
function activate(context) {
  context.subscriptions.push(vscode.commands.registerCommand('tide', () => tell('a')));
}
module.exports = { activate, deactivate() {} };
`,
      'tell.js': `const { window } = require('vscode');
exports.tell = (text) => window.showErrorMessage(text);
`,
    },
    ['notifications'],
  ),
  source(
    'optional-calls',
    {
      'main.ts': `import * as vscode from 'vscode';
export function activate(context?: vscode.ExtensionContext) {
  const token = context?.secrets?.get('token') ?? null;
  const text = vscode.window.activeTextEditor?.document?.getText?.() ?? '';
  return { token, text };
}
`,
    },
    ['secrets'],
  ),
  source(
    'class-with-decorators',
    {
      'main.ts': `import * as vscode from 'vscode';
function logged(method: Function, _context: unknown) {
  return function (this: unknown, ...given: unknown[]) { return method.apply(this, given); };
}
class Tide {
  static instances = 0;
  level = 1;
  @logged
  show(text: string) { return vscode.window.showInformationMessage(text + this.level); }
}
export function activate() { return new Tide().show('a'); }
`,
    },
    ['notifications'],
  ),
];
