import { snippet } from './labelled-snippet.ts';

/** Extensions that use Orchestra's own API. */
export const native = [
  snippet('a named import', "import { fs } from '@orchestra/api'; fs.readFile('a');", [
    'filesystem.read',
  ]),
  snippet(
    'a renamed import',
    "import { fs as disk } from '@orchestra/api'; disk.writeFile('a', '');",
    ['filesystem.write'],
  ),
  snippet('a namespace import', "import * as api from '@orchestra/api'; api.network.fetch('a');", [
    'network',
  ]),
  snippet(
    'a default import',
    "import orchestra from '@orchestra/api'; orchestra.clipboard.readText();",
    ['clipboard'],
  ),
  snippet(
    'the name orchestra',
    "import { orchestra } from '@orchestra/api'; orchestra.ai.chat('a');",
    ['ai.chat'],
  ),
  snippet(
    'two permissions',
    "import { fs, ui } from '@orchestra/api'; fs.watch('a'); ui.showNotification('b');",
    ['filesystem.read', 'notifications'],
  ),
  snippet(
    'copy, move and delete',
    "import { fs } from '@orchestra/api'; fs.copy('a', 'b'); fs.move('a', 'b'); fs.delete('a');",
    ['filesystem.write'],
  ),
  snippet(
    'search in the workspace',
    "import { workspace } from '@orchestra/api'; workspace.search('a');",
    ['filesystem.read'],
  ),
  snippet(
    'git of the workspace',
    "import { workspace } from '@orchestra/api'; const { git } = workspace; git.commit('a');",
    ['git'],
  ),
  snippet('git in one go', "import { workspace } from '@orchestra/api'; workspace.git.status();", [
    'git',
  ]),
  snippet(
    'the name of the workspace',
    "import { workspace } from '@orchestra/api'; console.log(workspace.name, workspace.rootPath);",
    [],
  ),
  snippet('a quick pick', "import { ui } from '@orchestra/api'; ui.showQuickPick(['a']);", []),
  snippet(
    'commands, editor, settings and storage',
    "import { commands, editor, settings, storage } from '@orchestra/api'; commands.register('a', () => editor.active); settings.get('a'); storage.get('b');",
    [],
  ),
  snippet(
    'the text of the open file',
    "import { editor } from '@orchestra/api'; const { document, selection } = editor.active; console.log(document.getText(), document.lineCount, selection.text); editor.onDidChangeDocument((changed) => console.log(changed.path));",
    [],
  ),
  snippet(
    'a file opened in the editor',
    "import { editor } from '@orchestra/api'; const { document } = await editor.open('a.txt'); console.log(document.getText());",
    ['filesystem.read'],
  ),
  snippet(
    'a change in the editor',
    "import { editor } from '@orchestra/api'; const active = editor.active; if (active) active.edit((builder) => builder.insert({ line: 0, column: 0 }, 'a'));",
    ['filesystem.write'],
  ),
  snippet(
    'a document that is saved',
    "import orchestra from '@orchestra/api'; orchestra.editor.open('a').then((opened) => opened.document.save());",
    ['filesystem.read', 'filesystem.write'],
  ),
  snippet(
    'a document that an event gives is saved',
    "import { editor } from '@orchestra/api'; editor.onDidChangeDocument(async (changed) => { await changed.save(); });",
    ['filesystem.write'],
  ),
  snippet('an unused import', "import { fs, ui } from '@orchestra/api'; ui.showInputBox();", []),
  snippet(
    'a streamed chat',
    "import { ai } from '@orchestra/api'; for await (const part of ai.chatStream('a')) console.log(part);",
    ['ai.chat'],
  ),
  snippet(
    'embeddings',
    "import { ai } from '@orchestra/api'; const { embed } = ai; embed(['a']);",
    ['ai.embed'],
  ),
  snippet(
    'a terminal',
    "import { terminal } from '@orchestra/api'; terminal.create('a').sendText('b');",
    ['terminal'],
  ),
  snippet('a program', "import { system } from '@orchestra/api'; await system.exec('ls');", [
    'system.exec',
  ]),
  snippet(
    'secrets of the context',
    'export function activate(context) { return context.secrets.get("a"); }',
    ['secrets'],
  ),
  snippet(
    'secrets by destructuring',
    'export function activate({ secrets }) { return secrets.get("a"); }',
    ['secrets'],
  ),
  snippet(
    'secrets in a class',
    'class Vault { constructor(context) { this.context = context; } read() { return this.context.secrets.get("a"); } }\nexport function activate(context) { new Vault(context).read(); }',
    ['secrets'],
  ),
  snippet(
    'a context without secrets',
    'export function activate(context) { context.subscriptions.push({ dispose() {} }); }',
    [],
  ),
  snippet(
    'secrets of something else',
    'const context = { secrets: new Map() }; context.secrets.get("a");',
    [],
  ),
  snippet(
    'an arrow that activates',
    'export const activate = async (context) => { await context.secrets.set("a", "b"); };',
    ['secrets'],
  ),
  snippet(
    'a name in a text',
    "import { ui } from '@orchestra/api'; ui.showInputBox({ prompt: 'fs.readFile, fetch(…)' }); // clipboard.readText()",
    [],
  ),
  snippet(
    'a method of the same name',
    "import { ui } from '@orchestra/api'; const fs = { readFile: () => 'a' }; fs.readFile(); ui.showQuickPick([]);",
    [],
  ),
  snippet(
    'a dynamic import',
    "const { clipboard } = await import('@orchestra/api'); await clipboard.writeText('a');",
    ['clipboard'],
  ),
  snippet(
    'a wrapper of another file',
    {
      'main.js': "import { save } from './save.js'; save('a');",
      'save.js':
        "import { fs } from '@orchestra/api'; export const save = (path) => fs.writeFile(path, '');",
    },
    ['filesystem.write'],
  ),
  snippet(
    'a namespace of another file',
    {
      'main.js': "import { disk } from './disk.js'; disk.readDir('a');",
      'disk.js': "export { fs as disk } from '@orchestra/api';",
    },
    ['filesystem.read'],
  ),
  snippet(
    'a file that exports everything',
    {
      'main.js': "import { network } from './api.js'; network.fetch('a');",
      'api.js': "export * from '@orchestra/api';",
    },
    ['network'],
  ),
  snippet(
    'a webview panel',
    "import { ui } from '@orchestra/api'; ui.createWebviewPanel('a').html = '<p>';",
    [],
  ),
];
