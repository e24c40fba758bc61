import { expect, test } from 'vitest';
import type { UiService } from '../../src/services/services.ts';
import { runVscode, vscodeMain } from '../../test/run-vscode.ts';

const said = (logs: readonly { text: string }[]) => logs.map(({ text }) => text);

test('a tree that never ends, or that contains itself, is shown as far as anybody reads', async () => {
  const { vscode, sandbox } = await runVscode(
    vscodeMain(`
const self = { name: 'self' };
const treeDataProvider = {
  getChildren: (of) => (of === undefined ? [self, ...Array.from({ length: 5000 }, (_, at) => 'line ' + at)] : [self]),
  getTreeItem: (of) => new vscode.TreeItem(of.name ?? of, of === self ? vscode.TreeItemCollapsibleState.Expanded : 0),
};
vscode.window.createTreeView('endless', { treeDataProvider });
command(() => 'alive');`),
  );
  const trees = () => [...vscode.trees.values()];
  await expect.poll(() => trees()[0]?.isCut).toBe(true);
  expect(await sandbox.runCommand('it')).toBe('alive');
});

test('what a tree, an item and a problem are made of may be anything, and harms nobody', async () => {
  const { vscode, sandbox, logs } = await runVscode(
    vscodeMain(`
const bad = () => { throw new RangeError('no children'); };
vscode.window.registerTreeDataProvider('bad', { getChildren: bad, getTreeItem: bad });
vscode.window.registerTreeDataProvider('odd', {
  getChildren: () => [1, null, { toString: bad }],
  getTreeItem: (of) => ({ label: of === 1 ? { label: 'one', toString: bad } : undefined, collapsibleState: 'x', command: 7 }),
});
const problems = vscode.languages.createDiagnosticCollection('odd');
problems.set(vscode.Uri.parse('javascript:alert(1)'), [{ range: { start: { line: 0, character: 0 }, end: { line: 9e9, character: 1 } }, message: { toString: () => 'text' }, severity: 99 }]);
const item = vscode.window.createStatusBarItem();
item.tooltip = { get value() { throw new Error('getter'); } };
item.text = { toString: () => 'text' };
item.show();
command(() => 'alive');`),
  );
  expect(await sandbox.runCommand('it')).toBe('alive');
  await expect.poll(() => said(logs).join()).toContain('no children');
  expect([...vscode.diagnostics.values()]).toEqual([]); // a severity of 99 is none
});

test('answers about a language may be anything: what can’t be sent is told to who asked', async () => {
  const { vscode, sandbox } = await runVscode(
    vscodeMain(`
const circle = {};
circle.self = circle;
const answers = [
  () => 7, () => 'text', () => circle, () => ({ contents: circle }), () => ({ contents: [null, undefined, { value: 3 }] }),
  () => new Proxy({}, { get() { throw new Error('trap'); } }), async () => { throw null; }, () => new Promise(() => {}),
];
for (const provideHover of answers) vscode.languages.registerHoverProvider('*', { provideHover });
vscode.languages.registerDocumentSymbolProvider('*', { provideDocumentSymbols: () => {
  const symbol = { name: 'deep', kind: 1, range: new vscode.Range(0, 0, 0, 1), children: [] };
  symbol.children.push(symbol);
  return [symbol];
} });
vscode.languages.registerCompletionItemProvider('*', { provideCompletionItems: () => Array.from({ length: 100000 }, () => new vscode.CompletionItem('x'.repeat(10))) });
command(() => 'alive');`),
    {
      services: {
        editor: {
          active: () => ({
            document: { path: '/workspace/a', languageId: 'x', isDirty: false, text: 'a' },
            selection: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
          }),
        } as never,
      },
    },
  );
  const question = { uri: 'file:///workspace/a', line: 0, column: 0 };
  const hovers = [...vscode.providers.values()].filter(({ kind }) => kind === 'Hover');
  const told = await Promise.allSettled(hovers.slice(0, -1).map((one) => one.ask(question)));
  expect(told).toHaveLength(7);
  const [symbols] = (await vscode.ask('DocumentSymbol', question.uri, 0, 0)) as [object[]];
  expect(JSON.stringify(symbols).length).toBeLessThan(20_000);
  const [items] = (await vscode.ask('CompletionItem', question.uri, 0, 0)) as [object[]];
  expect(items).toHaveLength(10_000);
  expect(await sandbox.runCommand('it')).toBe('alive');
});

test('a page whose host is sent commands is heard by the extension alone, and never when it is gone', async () => {
  const acts: ((name: 'message' | 'closed', value: unknown) => void)[] = [];
  const ui = {
    showWebview: (_: number, _view: object | null, act: (typeof acts)[number]) => acts.push(act),
  } as unknown as UiService;
  const { logs, asked } = await runVscode(
    vscodeMain(`
const panel = vscode.window.createWebviewPanel('page', 'Page', 1, { enableScripts: true });
panel.webview.html = '<script>parent.postMessage({ command: "it" })</script>';
panel.webview.onDidReceiveMessage((message) => { console.log('heard', JSON.stringify(message)); panel.dispose(); });
command(() => console.log('ran'));`),
    { services: { ui } },
  );
  await expect.poll(() => acts.length).toBeGreaterThan(0);
  acts[0]?.('message', { command: 'it', args: ['rm'], type: 'run' });
  await expect
    .poll(() => said(logs))
    .toEqual(['heard {"command":"it","args":["rm"],"type":"run"}']);
  acts[0]?.('message', { command: 'it' });
  acts[0]?.('closed', undefined);
  expect(asked.filter((one) => one.startsWith('commands.'))).toEqual([]);
  expect(said(logs)).toHaveLength(1);
});

test('addresses that are no files, and paths out of the workspace, reach no service', async () => {
  const { sandbox, asked } = await runVscode(
    vscodeMain(`
command(async (address) => {
  const uri = vscode.Uri.parse(address);
  const tries = [() => vscode.workspace.fs.readFile(uri), () => vscode.workspace.openTextDocument(uri), () => vscode.window.showTextDocument(uri)];
  return Promise.all(tries.map((one) => Promise.try(one).then(() => 'read', (error) => error.message)));
});`),
    { permissions: ['filesystem.read'] },
  );
  for (const address of [
    'http://tide.example/a',
    'vscode-remote://ssh/a',
    'git:/a',
    'untitled:a',
  ]) {
    const told = (await sandbox.runCommand('it', [address])) as string[];
    expect(told[0]).toContain('Orchestra opens addresses of files alone');
  }
  expect(asked.filter((one) => /^(?:fs|editor)\.(?:read|open)/.test(one))).toEqual([]);
});

test('spoilt globals and prototypes change nothing of what the API does', async () => {
  const { sandbox } = await runVscode(
    vscodeMain(`
Object.prototype.kind = 'native';
Object.prototype.type = 'dispose';
Array.prototype.map = () => [];
Array.prototype.push = () => 0;
Promise.prototype.then = new Proxy(Promise.prototype.then, {});
command(async () => (await vscode.workspace.fs.readFile(vscode.Uri.file('/workspace/a'))).length);`),
  );
  await expect(sandbox.runCommand('it')).rejects.toThrowError(/filesystem.read/);
});
