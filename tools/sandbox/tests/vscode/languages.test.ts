import { expect, test } from 'vitest';
import { runVscode, vscodeMain } from '../../test/run-vscode.ts';

const state = {
  document: { path: '/workspace/a.tide', languageId: 'tide', isDirty: false, text: 'high low\n' },
  selection: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
};
const editor = { active: () => state } as never;
const uri = 'file:///workspace/a.tide';

test('what is answered about a language comes as plain values, of documents that fit alone', async () => {
  const { vscode } = await runVscode(
    vscodeMain(`
const { languages: l, Position, Range, Location, Uri } = vscode;
const tide = { language: 'tide', scheme: 'file' };
const whole = new Range(0, 0, 0, 4);
l.registerHoverProvider([{ language: 'other' }], { provideHover: () => { throw new Error('never'); } });
l.registerHoverProvider(tide, { provideHover(document, position) {
  const word = document.getText(document.getWordRangeAtPosition(position));
  return new vscode.Hover([new vscode.MarkdownString('**' + word + '**'), { language: 'js', value: '1' }]);
} });
l.registerCompletionItemProvider('tide', { provideCompletionItems: () => {
  const item = new vscode.CompletionItem('ebb', vscode.CompletionItemKind.Keyword);
  item.insertText = new vscode.SnippetString('ebb \${1:now}$0');
  item.detail = 'falls';
  return new vscode.CompletionList([item, { label: { label: 'flood' } }]);
} }, '.');
l.registerDefinitionProvider('tide', { provideDefinition: (document) => new Location(document.uri, whole) });
l.registerDocumentFormattingEditProvider('tide', { provideDocumentFormattingEdits: () => [vscode.TextEdit.replace(whole, 'HIGH')] });
l.registerDocumentSymbolProvider('tide', { provideDocumentSymbols: () => [new vscode.DocumentSymbol('high', '', vscode.SymbolKind.Constant, whole, whole)] });
l.registerCodeActionsProvider('tide', {
  provideCodeActions(document, range, { diagnostics }) {
    const action = new vscode.CodeAction('Mend ' + diagnostics.length, vscode.CodeActionKind.QuickFix);
    action.command = { command: 'it', title: 'Mend', arguments: [range.start.character] };
    return [action];
  },
});
command((at) => console.log('mended at', at));
const problems = l.createDiagnosticCollection('tides');
const problem = new vscode.Diagnostic(whole, 'Too high', vscode.DiagnosticSeverity.Warning);
problem.source = 'tide';
problem.code = { value: 'H1', target: Uri.parse('https://tide.example') };
problems.set(Uri.parse('${uri}'), [problem]);`),
    { services: { editor } },
  );
  const ask = (kind: string) => vscode.ask(kind, uri, 0, 2);
  const range = { start: { line: 0, column: 0 }, end: { line: 0, column: 4 } };
  expect(await ask('Hover')).toEqual([null, ['**high**', '```js\n1\n```']]);
  expect(await ask('CompletionItem')).toEqual([
    [
      {
        label: 'ebb',
        kind: 'Keyword',
        detail: 'falls',
        documentation: '',
        insertText: 'ebb now',
        sortText: 'ebb',
      },
      {
        label: 'flood',
        kind: '',
        detail: '',
        documentation: '',
        insertText: 'flood',
        sortText: 'flood',
      },
    ],
  ]);
  expect(await ask('Definition')).toEqual([[{ uri, range }]]);
  expect(await ask('DocumentFormattingEdit')).toEqual([[{ range, text: 'HIGH' }]]);
  expect(await ask('DocumentSymbol')).toMatchObject([[{ name: 'high', kind: 'Constant', range }]]);
  const diagnostics = [{ range, message: 'Too high', severity: 1, source: 'tide', code: 'H1' }];
  await expect
    .poll(() => [...vscode.diagnostics.values()])
    .toEqual([{ name: 'tides', files: [{ uri, diagnostics }] }]);
  const [actions] = (await ask('CodeActions')) as [
    { title: string; kind: string; apply: number }[],
  ];
  expect(actions).toMatchObject([{ title: 'Mend 1', kind: 'quickfix' }]);
});

test('an action is done by its number, and what a provider throws is told to who asked', async () => {
  const { vscode, logs } = await runVscode(
    vscodeMain(`
vscode.languages.registerCodeActionsProvider('*', { provideCodeActions: () => [{ title: 'Mend', command: { command: 'it', title: '', arguments: [3] } }] });
vscode.languages.registerHoverProvider('*', { provideHover: async () => { throw new RangeError('no tide'); } });
command((at) => console.log('mended at', at));`),
    { services: { editor } },
  );
  const [actions] = (await vscode.ask('CodeActions', uri, 0, 0)) as [{ apply: number }[]];
  const provider = [...vscode.providers.values()].find(({ kind }) => kind === 'CodeActions');
  const done = await provider?.apply(actions?.[0]?.apply ?? 0);
  expect(done).toEqual({ texts: [], next: expect.any(Number) });
  await provider?.apply((done as { next: number }).next);
  await expect.poll(() => logs.map(({ text }) => text)).toEqual(['mended at 3']);
  await expect(vscode.ask('Hover', uri, 0, 0)).rejects.toThrowError('no tide');
});

test('what isn’t offered says so by its name once it is called, and registering it harms nothing', async () => {
  const { sandbox } = await runVscode(
    vscodeMain(`
context.subscriptions.push(vscode.debug.registerDebugConfigurationProvider('tide', {}));
vscode.tasks.onDidEndTask(() => undefined);
command((name) => ({
  debug: () => vscode.debug.startDebugging(undefined, 'tide'),
  account: () => vscode.authentication.getSession('github', []),
  notebook: () => vscode.workspace.openNotebookDocument('a'),
  variable: () => context.environmentVariableCollection.append('PATH', '/'),
})[name]());`),
  );
  for (const [name, member] of [
    ['debug', 'debug.startDebugging'],
    ['account', 'authentication.getSession'],
    ['notebook', 'workspace.openNotebookDocument'],
    ['variable', 'environmentVariableCollection.append'],
  ]) {
    await expect(sandbox.runCommand('it', [name])).rejects.toThrowError(
      `Orchestra doesn't offer ${member} to extensions.`,
    );
  }
});
