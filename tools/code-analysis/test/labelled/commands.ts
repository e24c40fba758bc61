import { type LabelledSnippet, snippet, unclear } from './labelled-snippet.ts';
import type { Permission } from '@orchestra/core';

const vscode = "const vscode = require('vscode');\n";

const run = (code: string, needs: readonly Permission[]) =>
  snippet(code, `${vscode}vscode.commands.executeCommand(${code});`, needs);

const held = (code: string, needs: readonly Permission[] = []) =>
  unclear(code, `${vscode}${code}`, needs);

const manifest = (...commands: string[]) =>
  JSON.stringify({
    contributes: { commands: commands.map((command) => ({ command, title: 'a' })) },
  });

const keys = (key: object, needs: readonly Permission[]) =>
  snippet(
    `a key: ${JSON.stringify(key)}`,
    {
      'main.js': 'exports.activate = () => 1;',
      'package.json': JSON.stringify({ contributes: { keybindings: [key] } }),
    },
    needs,
  );

/** Commands that are run by a name that is known: what VS Code's own need, and whose the others are. */
export const commands: LabelledSnippet[] = [
  run("'workbench.actions.view.problems'", []),
  run("'workbench.action.findInFiles', { query: 'a' }", []),
  run("isMac ? 'workbench.action.files.openFileFolder' : 'workbench.action.files.openFolder'", []),
  run("'scrollPageDown'", []),
  run("'list.focusDown'", []),
  run("'workbench.view.extension.tides'", []),
  run("'workbench.action.files.copyPathOfActiveFile'", ['clipboard']),
  run("'editor.action.clipboardPasteAction'", ['filesystem.write', 'clipboard']),
  run("'editor.action.commentLine'", ['filesystem.write']),
  run("'editor.action.somethingNew'", ['filesystem.write']),
  run("'type', { text: 'a' }", ['filesystem.write']),
  run("'vscode.openWith', uri, 'default'", ['filesystem.read']),
  run("'vscode.diff', left, right", ['filesystem.read']),
  run("'vscode.executeHoverProvider', uri, position", ['filesystem.read']),
  // what an address is, where that can be told
  run("'vscode.open', 'https://a.example'", ['network']),
  run("'vscode.open', vscode.Uri.parse(`https://a.example/${page}`)", ['network']),
  run("'vscode.open', vscode.Uri.file(path)", ['filesystem.read']),
  run("'vscode.open', vscode.Uri.parse(address)", ['filesystem.read', 'network']),
  run("'vscode.open', ...[vscode.Uri.parse('https://a.example')]", ['filesystem.read', 'network']),
  ...[
    "const Uri = { parse: () => vscode.Uri.file('/a') }; vscode.commands.executeCommand('vscode.open', Uri.parse('https://a.example'));",
    "const own = { ...vscode, Uri: { parse: () => vscode.Uri.file('/a') } }; own.commands.executeCommand('vscode.open', own.Uri.parse('https://a.example'));",
    "let uri = vscode.Uri.parse('https://a.example'); uri = other; vscode.commands.executeCommand('vscode.open', uri);",
    "const uri = vscode.Uri.parse('https://a.example/a'); uri.scheme = 'file'; vscode.commands.executeCommand('vscode.open', uri);",
  ].map((code) => snippet(code, `${vscode}${code}`, ['filesystem.read', 'network'])),
  run("'search.action.openNewEditor', { query: 'a', triggerSearch: true }", ['filesystem.read']),
  run("'notebook.cell.execute'", ['system.exec']),
  run("'testing.runAll'", ['system.exec']),
  run("'npm.runScriptFromFolder'", ['system.exec']),
  run("'extension.js-debug.debugLink', address", ['system.exec']),
  run("'openInIntegratedTerminal', uri", ['terminal']),
  run("'workbench.action.chat.open', { query: 'a' }", ['ai.chat']),
  run("'github.publish'", ['network', 'git']),
  run("'workbench.editSessions.actions.resumeFromSerializedPayload', text", [
    'filesystem.read',
    'filesystem.write',
    'network',
  ]),
  ...[
    "vscode.commands.executeCommand('workbench.extensions.installExtension', 'a.b');",
    "vscode.commands.executeCommand('workbench.action.somethingNew');",
    "vscode.commands.executeCommand('workbench.mcp.startServer');",
    "vscode.commands.executeCommand('workbench.action.chat.acceptTool');",
    "vscode.commands.executeCommand('_workbench.open', uri);",
    // a question is filled in, and answered
    "vscode.commands.executeCommand('workbench.action.quickOpen', '>Tasks: Run Task'); vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');",
    "vscode.commands.executeCommand('list.select');",
    "vscode.commands.executeCommand('runCommands', { commands: [name] });",
  ].map((code) => held(code)),
  // a command of the editor stays one, whoever says to add it
  snippet(
    'a command of terminals, added and removed',
    `${vscode}vscode.commands.registerCommand('workbench.action.terminal.sendSequence', () => 1).dispose(); vscode.commands.executeCommand('workbench.action.terminal.sendSequence', { text: 'a' });`,
    ['terminal'],
  ),
  held(
    "vscode.commands.registerCommand('workbench.extensions.installExtension', () => 1).dispose(); vscode.commands.executeCommand('workbench.extensions.installExtension', 'a.b');",
  ),
  unclear(
    'a command of the editor that the manifest names',
    {
      'main.js': `${vscode}exports.add = (name) => vscode.commands.registerCommand(name, () => 1); vscode.commands.executeCommand('workbench.action.installCommandLine');`,
      'package.json': manifest('workbench.action.installCommandLine'),
    },
    [],
  ),
  unclear(
    'a command of another extension that the manifest names as well',
    {
      'main.js': `${vscode}vscode.commands.registerCommand('tides.show', () => 1); vscode.commands.executeCommand('acme.run', 'a');`,
      'package.json': manifest('acme.run', 'tides.show'),
    },
    [],
  ),
  snippet(
    'a command whose name a helper joins',
    {
      'main.js': `${vscode}exports.activate = () => { for (const name of names) add(name, () => 1); };\nfunction add(name, run) { vscode.commands.registerCommand('tides.' + name, run); }\nexports.refresh = () => vscode.commands.executeCommand('tides.refresh');`,
      'package.json': manifest('tides.refresh'),
    },
    [],
  ),
  // names from tables and by parameters of which all are known
  snippet(
    'names in a table',
    `${vscode}const names = { up: 'scrollLineUp', down: 'scrollLineDown' }; exports.go = (way) => vscode.commands.executeCommand(names[way]);`,
    [],
  ),
  snippet(
    'a name that a function is given',
    `${vscode}const go = (name) => vscode.commands.executeCommand(name); go('cursorTop'); go('copyFilePath');`,
    ['clipboard'],
  ),
  // what is given along
  held(
    "exports.activate = (context) => vscode.commands.executeCommand('setContext', 'a', context);",
  ),
  held(
    "exports.activate = (context) => { vscode.commands.registerCommand('tides.a', (given) => given); vscode.commands.executeCommand('tides.a', context); };",
  ),
  // what a person clicks
  ...[
    "vscode.window.createStatusBarItem().command = 'workbench.action.terminal.new';",
    "const item = new vscode.TreeItem('a'); item.command = { command: 'workbench.action.terminal.sendSequence', title: 'a', arguments: [{ text: 'a' }] };",
    "const text = new vscode.MarkdownString('[a](command:workbench.action.terminal.new)');",
    'page.webview.html = `<a href="command:workbench.action.terminal.sendSequence?1">a</a>`;',
  ].map((code) => snippet(code, `${vscode}${code}`, ['terminal'])),
  ...[
    "new vscode.CodeLens(range, { command: 'editor.action.triggerSuggest', title: 'a' });",
    "new vscode.CodeLens(range, { command: 'tides.show', title: 'a' });",
    "const text = new vscode.MarkdownString('[a](command:workbench.action.openSettings?1)'); // command:workbench.action.terminal.new",
    "start({ command: 'git.exe', args: [] });",
  ].map((code) => snippet(code, `${vscode}${code}`, [])),
  held(
    "const text = new vscode.MarkdownString('[a](command:workbench.extensions.installExtension?%22a.b%22)');",
  ),
  // what the manifest gives to keys, and links in its texts
  keys({ key: 'a', command: 'workbench.action.terminal.sendSequence', args: { text: 'a' } }, [
    'terminal',
  ]),
  keys(
    {
      key: 'a',
      command: 'runCommands',
      args: { commands: ['cursorTop', 'notebook.cell.execute'] },
    },
    ['system.exec'],
  ),
  keys({ key: 'a', command: 'workbench.action.terminal.new' }, []),
  keys({ key: 'a', command: 'tides.show', args: 1 }, []),
  {
    ...keys({ key: 'a', command: 'workbench.extensions.installExtension', args: 'a.b' }, []),
    unresolved: true,
  },
  snippet(
    'a link in a text of a manifest, in another language',
    {
      'main.js': 'exports.activate = () => 1;',
      'package.json': JSON.stringify({
        contributes: { viewsWelcome: [{ view: 'a', contents: '%a%' }] },
      }),
      'package.nls.de.json': '{ "a": "[a](command:workbench.action.tasks.runTask?%22a%22)" }',
    },
    ['system.exec'],
  ),
  // members that nobody knows
  snippet(
    'a member that is only tested',
    `${vscode}if (count === all || vscode.window.wasEnded) show();`,
    [],
  ),
  snippet(
    'a member that is tested and set',
    `${vscode}exports.end = () => { vscode.window.wasEnded = true; }; while (!(vscode.window.wasEnded && count)) next();`,
    [],
  ),
  held('if (vscode.window.runAll() || a) show();'),
  held('show(vscode.window.runAll || a);'),
  held('const run = a || vscode.window.runAll; run();'),
  held('if ((vscode.window.runAll || a)()) show();'),
];
