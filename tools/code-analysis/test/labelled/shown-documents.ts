import { type LabelledSnippet, snippetBehind } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode');\n";

const shows = snippetBehind(vscode, []);
const opens = snippetBehind(vscode, ['filesystem.read']);

/** Showing a document that is open needs nothing; showing a file of any path makes its text readable. */
export const shownDocuments: LabelledSnippet[] = [
  ...[
    'vscode.window.showTextDocument(vscode.window.activeTextEditor?.document);',
    'const { document } = vscode.window.activeTextEditor; vscode.window.showTextDocument(document, 1);',
    'vscode.window.onDidChangeActiveTextEditor((e) => vscode.window.showTextDocument(e.document));',
    'vscode.workspace.onDidChangeTextDocument(({ document }) => vscode.window.showTextDocument(document));',
    'for (const e of vscode.window.visibleTextEditors) vscode.window.showTextDocument(e.document);',
    "exports.a = async () => { const d = await vscode.workspace.openTextDocument({ content: 'a' }); await vscode.window.showTextDocument(d); };",
    'const e = vscode.window.activeTextEditor; if (e) show(e); function show(e) { vscode.window.showTextDocument(e.document); }',
    'const d = vscode.workspace.textDocuments.find((d) => d.isDirty); vscode.window.showTextDocument(d);',
    "vscode.workspace.openTextDocument({ content: 'a', language: 'json' });",
    'vscode.workspace.openTextDocument();',
  ].map(shows),
  ...[
    "const e = vscode.window.activeTextEditor; vscode.window.showTextDocument(flag ? e.document : vscode.Uri.file('/a'));",
    "let d = vscode.window.activeTextEditor.document; d = vscode.Uri.file('/a'); vscode.window.showTextDocument(d);",
    "const show = (d) => vscode.window.showTextDocument(d); show(vscode.window.activeTextEditor.document); show(vscode.Uri.file('/a'));",
    "const show = (d) => vscode.window.showTextDocument(d); show(...[vscode.Uri.file('/a'), vscode.window.activeTextEditor.document]);",
    "function show(d) { arguments[0] = vscode.Uri.file('/a'); vscode.window.showTextDocument(d); } show(vscode.window.activeTextEditor.document);",
    "vscode.window.onDidChangeActiveTextEditor(function show(e) { vscode.window.showTextDocument(e.document); show({ document: vscode.Uri.file('/a') }); });",
    "const e = flag ? vscode.window.activeTextEditor : { document: vscode.Uri.file('/a') }; vscode.window.showTextDocument(e.document);",
    "let { document } = vscode.window.activeTextEditor; document = vscode.Uri.file('/a'); vscode.window.showTextDocument(document);",
    "const { document = vscode.Uri.file('/a') } = vscode.window.activeTextEditor; vscode.window.showTextDocument(document);",
    "vscode.window.onDidChangeActiveTextEditor((e) => { e = { document: vscode.Uri.file('/a') }; vscode.window.showTextDocument(e.document); });",
    'const show = (e) => vscode.window.showTextDocument(e.document); vscode.window.onDidChangeActiveTextEditor(show); list.forEach(show);',
    "const all = vscode.workspace.textDocuments; all[0] = vscode.Uri.file('/a'); vscode.window.showTextDocument(all[0]);",
    "const all = vscode.workspace.textDocuments; all.unshift(vscode.Uri.file('/a')); vscode.window.showTextDocument(all.find(() => true));",
    "const all = vscode.workspace.textDocuments; all.unshift(vscode.Uri.file('/a')); for (const d of all) vscode.window.showTextDocument(d);",
    "vscode.window.showTextDocument(vscode.workspace.textDocuments.reduce(() => vscode.Uri.file('/a'), 0));",
    "Array.prototype.find = () => vscode.Uri.file('/a'); vscode.window.showTextDocument(vscode.workspace.textDocuments.find(() => 1));",
    "const p = vscode.workspace.openTextDocument({ content: 'a' }); p.then = (f) => f(vscode.Uri.file('/a')); p.then((it) => vscode.window.showTextDocument(it));",
    "vscode.workspace.openTextDocument({ content: 'a' }).then(() => vscode.Uri.file('/a')).then((it) => vscode.window.showTextDocument(it));",
    "Object.defineProperty(vscode.window, 'activeTextEditor', { value: { document: vscode.Uri.file('/a') } }); vscode.window.showTextDocument(vscode.window.activeTextEditor.document);",
    "vscode.workspace.openTextDocument({ scheme: 'file', path: '/a', authority: '', query: '', fragment: '', fsPath: '', with() {}, toString() {} });",
    "vscode.workspace.openTextDocument({ ...vscode.Uri.file('/a') });",
  ].map(opens),
];
