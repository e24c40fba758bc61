import { snippet, unclear } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode');\n";

/** Members of APIs that reach the world by a way that is seldom thought of, and those that only look like it. */
export const apis = [
  snippet('another page', "location.href = 'https://example.com';", ['network']),
  snippet('another page by the window', 'exports.show = (at) => { window.location = at; };', [
    'network',
  ]),
  snippet(
    'another page by an alias',
    "const { location: at } = document; at['sea' + 'rch'] = 'a';",
    ['network'],
  ),
  snippet('the address of the page, only read', 'exports.at = () => location.href;', []),
  snippet('a place in the same page', "location.hash = 'top';", []),
  snippet('a location of its own', "const location = {}; location.href = 'a';", []),
  unclear('a worker of a text that pages share', "new SharedWorker('data:text/javascript,run()');"),
  snippet(
    'a client of requests by its inner name',
    "new (require('_http_client').ClientRequest)('a');",
    ['network'],
  ),
  snippet('a secure socket by its inner name', "require('_tls_wrap').connect(443);", ['network']),
  unclear('the test runner', "require('node:test').run({ files: ['a'] });"),
  unclear('flags of the engine', "require('v8').setFlagsFromString('--allow-natives-syntax');"),
  snippet('a snapshot of the heap', "require('v8').writeHeapSnapshot('a');", ['filesystem.write']),
  snippet('a report of the process', "process.report.writeReport('a');", ['filesystem.write']),
  snippet('a file of settings', "process.loadEnvFile('a');", ['filesystem.read']),
  snippet('the end of another program', 'process.kill(4711);', ['system.exec']),
  snippet('whether a program runs', 'exports.isThere = (id) => process.kill(id, 0);', []),
  snippet('a signal to itself', "process.kill(process.pid, 'SIGTERM');", []),
  unclear('a cache of compiled code', "require('module').enableCompileCache('a');"),
  snippet(
    'a log of events',
    "require('trace_events').createTracing({ categories: ['v8'] }).enable();",
    ['filesystem.write'],
  ),
  unclear('a debugger of itself', "new (require('inspector').Session)().post('Runtime.evaluate');"),
  snippet('a terminal by its number', "new (require('tty').ReadStream)(0);", ['terminal']),
  unclear('a member of a later release', "require('fs').readEverything('a');"),
  unclear('a module of a later release is no file', "require('fs/promises').readEverything('a');"),
  unclear('an engine of ciphers', "require('crypto').setEngine('./a.so');"),
  unclear('another user', 'process.setuid(0);'),
  unclear('modules that are loaded already', "require.cache['a'].exports.run();"),
  snippet(
    'a database that may load code',
    "import { DatabaseSync } from 'node:sqlite'; new DatabaseSync('a', { allowExtension: true });",
    ['filesystem.read', 'filesystem.write', 'system.exec'],
  ),
  snippet(
    'what only computes',
    "const os = require('os'), path = require('path'), url = require('url'), util = require('util'), crypto = require('crypto'); console.log(os.platform(), path.posix.join('a', 'b'), url.parse('a'), util.types.isDate(1), crypto.randomUUID());",
    [],
  ),
  snippet(
    'constants and checks of network modules',
    "const http = require('http'); http.validateHeaderName('a'); console.log(http.STATUS_CODES[200], http.METHODS, require('net').isIP('a'), require('http2').constants);",
    [],
  ),
  snippet('a check of a class', "exports.is = (it) => it instanceof require('net').Socket;", []),
  snippet(
    'a check of a type',
    "if (typeof require('http').request === 'function') console.log('a');",
    [],
  ),
  snippet(
    'facts and events of the process',
    "process.on('exit', () => 1); process.nextTick(() => 1); process.stdout.write(process.cwd() + process.platform + process.versions.node + process.env.HOME + process.argv[0]);",
    [],
  ),
  snippet(
    'a fact that the process is given',
    "process.__tide = 1; console.log(process.__tide, process['tide.high']);",
    [],
  ),
  snippet(
    'a document of any path',
    `${vscode}vscode.workspace.openTextDocument('/a').then((it) => it.getText());`,
    ['filesystem.read'],
  ),
  snippet(
    'a new document',
    `${vscode}vscode.workspace.openTextDocument({ content: 'a' }).then((it) => vscode.window.showTextDocument(it));`,
    [],
  ),
  snippet(
    'a file that is shown',
    `${vscode}vscode.window.showTextDocument(vscode.Uri.file('/a'));`,
    ['filesystem.read'],
  ),
  snippet(
    'a document that is written',
    `${vscode}vscode.window.activeTextEditor.document.save();`,
    ['filesystem.write'],
  ),
  snippet(
    'an editor that is typed into',
    `${vscode}vscode.window.activeTextEditor.edit((it) => it.insert(at, 'a'));`,
    ['filesystem.write'],
  ),
  snippet(
    'an editor that is given',
    `${vscode}vscode.window.onDidChangeActiveTextEditor((editor) => editor.document.save());`,
    ['filesystem.write'],
  ),
  snippet(
    'a document of an event',
    `${vscode}vscode.workspace.onDidChangeTextDocument(({ document }) => document.save());`,
    ['filesystem.write'],
  ),
  snippet(
    'one of the editors',
    `${vscode}for (const editor of vscode.window.visibleTextEditors) editor.document.save();`,
    ['filesystem.write'],
  ),
  snippet(
    'reading what is open',
    `${vscode}console.log(vscode.window.activeTextEditor?.document.getText(), vscode.workspace.textDocuments.length);`,
    [],
  ),
  snippet(
    'an edit of any file',
    `${vscode}const edit = new vscode.WorkspaceEdit(); edit.replace(uri, range, 'a'); vscode.workspace.applyEdit(edit);`,
    ['filesystem.write'],
  ),
  snippet(
    'a command that types',
    `${vscode}vscode.commands.executeCommand('workbench.action.terminal.sendSequence', { text: 'a' });`,
    ['terminal'],
  ),
  snippet(
    'a command that runs a task',
    `${vscode}vscode.commands.executeCommand('workbench.action.tasks.runTask', 'a');`,
    ['system.exec'],
  ),
  unclear(
    'a command of a name that is given',
    `${vscode}exports.run = (name) => vscode.commands.executeCommand(name);`,
  ),
  unclear(
    'a command of another extension',
    `${vscode}vscode.commands.executeCommand('acme.tides.run');`,
  ),
  snippet(
    'a command of its own',
    `${vscode}vscode.commands.registerCommand('tides.show', () => 1); vscode.commands.executeCommand('tides.show');`,
    [],
  ),
  unclear(
    'a command that something else registers',
    `${vscode}table.register('acme.run'); vscode.commands.executeCommand('acme.run');`,
  ),
  snippet(
    'a command of the manifest, added by a name that is given',
    {
      'main.js': `${vscode}exports.add = (name) => vscode.commands.registerCommand(name, () => 1); vscode.commands.executeCommand('tides.show');`,
      'package.json':
        '{ "contributes": { "commands": [{ "command": "tides.show", "title": "a" }] } }',
    },
    [],
  ),
  snippet(
    'commands of the user interface',
    `${vscode}vscode.commands.executeCommand('setContext', 'a', true); vscode.commands.executeCommand('workbench.action.openSettings');`,
    [],
  ),
  snippet('a debugger', `${vscode}vscode.debug.startDebugging(undefined, {});`, ['system.exec']),
  snippet(
    'a page in the browser',
    `${vscode}vscode.env.openExternal(vscode.Uri.parse('https://a.example'));`,
    ['network'],
  ),
  snippet('an account', `${vscode}vscode.authentication.getSession('github', []);`, ['secrets']),
  snippet(
    'the model of a question',
    `${vscode}vscode.chat.createChatParticipant('a', (request) => request.model.sendRequest([]));`,
    ['ai.chat'],
  ),
  unclear(
    'what any extension offers',
    `${vscode}vscode.extensions.all.find(({ id }) => id === name).exports.run();`,
  ),
  unclear('a member of a later editor', `${vscode}vscode.workspace.readEverything();`),
  snippet(
    'what is selected elsewhere',
    "import { getSelectedText } from '@raycast/api'; getSelectedText();",
    ['clipboard'],
  ),
  snippet(
    'pages of the browser',
    "import { BrowserExtension } from '@raycast/api'; BrowserExtension.getContent();",
    ['network'],
  ),
  snippet(
    'an address that is opened',
    "import { open } from '@raycast/api'; open('https://a.example');",
    ['network'],
  ),
  snippet(
    'a file that is opened',
    "import { environment, open } from '@raycast/api'; open(environment.supportPath);",
    ['network', 'system.exec'],
  ),
  unclear(
    'a command of another',
    "import { launchCommand } from '@raycast/api'; launchCommand({ name: 'a', extensionName: 'b', type: 'c' });",
  ),
  snippet(
    'a command of its own, launched',
    "import { launchCommand, LaunchType } from '@raycast/api'; launchCommand({ name: 'a', type: LaunchType.Background });",
    [],
  ),
  snippet(
    'a style of messages',
    "import { Toast } from '@raycast/api'; console.log(Toast.Style.Failure);",
    [],
  ),
  snippet('a picture', "new Image().src = 'a';", ['network']),
];
