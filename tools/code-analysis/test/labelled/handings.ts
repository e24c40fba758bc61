import { named, snippet, unclear } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode');";
const activate = (body: string, more = '') =>
  `${vscode} exports.activate = (context) => { ${body} }; ${more}`;

const saves = [
  'vscode.window.visibleTextEditors.map((e) => e.document).forEach((d) => d.save());',
  'vscode.window.visibleTextEditors.flatMap((e) => [e.document])[0].save();',
  'vscode.window.visibleTextEditors.reduce((l, e) => e.document, 0).save();',
  '[() => vscode.window.activeTextEditor].map((f) => f())[0].document.save();',
  'const late = (a, ...all) => all[1]; late(1, 2, vscode.window.activeTextEditor.document).save();',
  'vscode.workspace.onDidOpenTextDocument(late.bind(null, 1)); function late(n, d) { d.save(); }',
  "vscode.languages.registerHoverProvider('a', { provideHover(d) { d.save(); } });",
  "vscode.languages.registerHoverProvider('a', { provideHover: (d) => { d.save(); } });",
  "vscode.languages.registerHoverProvider('a', new P()); class P { provideHover(d) { d.save(); } }",
  "const p = { provideHover(d) { d['sa' + 've'](); } }; vscode.languages.registerHoverProvider('a', p);",
  "vscode.languages.registerHoverProvider('a', { ['provide' + 'Hover'](d) { d.save(); } });",
  "vscode.languages.registerHoverProvider('a', { provideHover() { arguments[0].save(); } });",
  "vscode.languages.registerHoverProvider('a', { get provideHover() { return (d) => d.save(); } });",
  "vscode.commands.registerTextEditorCommand('a.b', (editor, edit) => edit.insert(p, 'a'));",
  "vscode.commands.registerTextEditorCommand('a.b', (...a) => a[0].document.save());",
  'vscode.workspace.onDidOpenTextDocument([(d) => d.save()][0]);',
  'vscode.workspace.onDidOpenTextDocument(debounce((d) => d.save()));',
  "vscode.window.registerCustomEditorProvider('a', { resolveCustomTextEditor(d) { d.save(); } });",
];

const lost = [
  'const l = []; l.push(vscode.window.activeTextEditor); l[0].document.save();',
  'const l = []; l.push(vscode.window.activeTextEditor); const d = l[0].document; d.save();',
  'const l = []; l.push(vscode.window.activeTextEditor); const { document: { save } } = l[0]; save();',
  'const l = []; l.push(vscode.window.activeTextEditor.document); const { save } = l[0]; save.call(l[0]);',
  'const l = []; l.push(vscode.window.activeTextEditor.document); const save = l[0].save; save.call(l[0]);',
  "const l = []; l.push(vscode.window.activeTextEditor.document); l[0]['sa' + 've']();",
  'const d = vscode.window.activeTextEditor.document; table[x](d); const table = make(); const save = (e) => e.save();',
  'vscode.workspace.textDocuments.forEach((d) => d[x]());',
];

const given = [
  "vscode.commands.registerCommand('a.b', function () { this.secrets.get('a'); }, context);",
  "vscode.window.onDidChangeActiveTextEditor(run, context); function run() { this.secrets.get('a'); }",
  "[1].forEach(function () { this.secrets.get('a'); }, context);",
  "Array.from([1], function () { this.secrets.get('a'); }, context);",
];

const harmless = [
  'class Notes { save() {} } const notes = new Notes(); const l = []; l.push(vscode.window.activeTextEditor); notes.save();',
  'const l = []; l.push(vscode.window.activeTextEditor); const { save } = { save() {} }; save();',
  'vscode.workspace.onDidOpenTextDocument(count.bind(null, 1)); function count(n, d) { return d.lineCount + n; }',
  "vscode.languages.registerHoverProvider('a', { provideHover(d) { return d.getText(); } });",
  "vscode.languages.registerHoverProvider('a', { provideHover(d) { return count(d); } }); const count = (d) => d.lineCount;",
  "vscode.commands.registerCommand('a.b', function () { console.log(this.extensionPath); }, context);",
  'class A { constructor() { this.n = 1; vscode.workspace.onDidOpenTextDocument(this.open, this); } open(d) { console.log(this.n, d.uri); } } new A();',
  "const docs = new Map(); vscode.workspace.onDidOpenTextDocument((d) => docs.set(d.uri, d)); console.log(docs.get('a').getText());",
];

/** What VS Code hands to an extension, and what it makes `this` in its functions. */
export const handings = [
  ...saves.map((code) => snippet(named(code), activate(code), ['filesystem.write'])),
  ...lost.map((code) => unclear(named(code), activate(code))),
  ...given.map((code) => snippet(named(code), activate(code), ['secrets'])),
  unclear(
    'an unknown function that gets the context as this',
    activate('list.map(table[x], context);'),
  ),
  ...harmless.map((code) => snippet(named(code), activate(code), [])),
];
