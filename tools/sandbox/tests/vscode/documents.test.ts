import { makeFolder } from '@orchestra/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolderServices, type FolderServices } from '../../src/services/folder-services.ts';
import type { UiService, ServiceEvents } from '../../src/services/services.ts';
import { runVscode, vscodeMain } from '../../test/run-vscode.ts';

/** An extension that runs with the services of a folder that has these files. */
async function runInFolder(
  body: string,
  {
    files,
    permissions = [],
    contributes = {},
  }: { files: Record<string, string>; permissions?: string[]; contributes?: object },
) {
  const folder = await makeFolder({ 'extension/package.json': '{}' });
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const work = await makeFolder(files);
  onTestFinished(() => work[Symbol.asyncDispose]());
  const told: { events?: ServiceEvents } = {};
  const services: FolderServices = await makeFolderServices({
    extensionFolder: folder.join('extension'),
    workspace: work.path,
    dataFolder: folder.join('data'),
    contributes,
    env: {},
    network: { allowLocalNetwork: false },
    ai: { kind: 'none' },
    ui: {} as UiService,
    commands: { execute: async () => undefined, getAll: async () => [] },
    askProgram: async () => false,
    onTerminalOutput: () => undefined,
    events: {
      onSettingsChanged: (keys) => told.events?.onSettingsChanged(keys),
      onSecretChanged: (key) => told.events?.onSecretChanged(key),
      onEditorChanged: () => told.events?.onEditorChanged(),
      onDocumentChanged: (path) => told.events?.onDocumentChanged(path),
    },
  });
  onTestFinished(() => services.close());
  const { vscode: _, ...others } = services;
  const running = await runVscode(vscodeMain(body), { permissions, services: others });
  told.events = running.events;
  const said = () => running.logs.map(({ text }) => text);
  return { ...running, services, work, said };
}

const at = (line: number, column: number) => ({ line, column });

test('a document is opened, changed and saved by a person, and the extension hears of each', async () => {
  const { services, said } = await runInFolder(
    `
const tell = (name) => (value) => console.log(name, (value?.document ?? value)?.version, JSON.stringify(value?.contentChanges ?? null));
vscode.workspace.onDidOpenTextDocument(tell('opened'));
vscode.workspace.onDidChangeTextDocument(tell('changed'));
vscode.workspace.onDidSaveTextDocument(tell('saved'));
vscode.window.onDidChangeActiveTextEditor((editor) => console.log('active', editor?.document.languageId));
vscode.window.onDidChangeTextEditorSelection(({ selections: [first] }) => console.log('selected', first.active.line, first.active.character));`,
    {
      files: { 'a.tide': 'high\r\nlow\r\n' },
      contributes: { languages: [{ id: 'tide', extensions: ['.tide'] }] },
    },
  );
  const file = (await services.editor.open('a.tide', {})).document.path;
  await services.editor.edit(file, [{ range: { start: at(1, 0), end: at(1, 3) }, text: 'lowest' }]);
  services.editor.select({ start: at(0, 1), end: at(0, 1) });
  await services.editor.save(file);
  const change = {
    range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } },
    rangeOffset: 9,
    rangeLength: 0,
    text: 'est',
  };
  await expect
    .poll(said)
    .toEqual([
      'opened 1 null',
      'active tide',
      `changed 2 ${JSON.stringify([change])}`,
      'selected 0 1',
      'saved 2 null',
    ]);
});

test('texts are read by lines, places and words as VS Code reads them', async () => {
  const { sandbox } = await runInFolder(
    `
command(async () => {
  const document = await vscode.workspace.openTextDocument({ content: 'high tide\\r\\n  low\\n', language: 'tide' });
  const { Position, Range } = vscode;
  return [
    document.lineCount,
    document.lineAt(1).text,
    document.lineAt(1).firstNonWhitespaceCharacterIndex,
    document.lineAt(new Position(2, 0)).isEmptyOrWhitespace,
    document.offsetAt(new Position(1, 2)),
    document.positionAt(13).character,
    document.getText(new Range(0, 5, 1, 3)),
    document.getText(document.getWordRangeAtPosition(new Position(0, 6))),
    document.getWordRangeAtPosition(new Position(1, 0)) === undefined,
    document.validatePosition(new Position(9, 9)).line,
    document.eol === vscode.EndOfLine.CRLF,
    document.isUntitled,
    vscode.languages.match([{ language: 'other' }, { scheme: 'untitled', language: 'tide' }], document),
  ];
});`,
    { files: {} },
  );
  expect(await sandbox.runCommand('it', [])).toEqual([
    3,
    '  low',
    2,
    true,
    13,
    2,
    'tide\r\n  l',
    'tide',
    true,
    2,
    true,
    true,
    10,
  ]);
});

test('an extension edits the open file and others, and makes, moves and deletes files', async () => {
  const { sandbox, services, work } = await runInFolder(
    `
command(async (root) => {
  const uri = (name) => vscode.Uri.joinPath(vscode.Uri.file(root), name);
  const editor = await vscode.window.showTextDocument(uri('a.txt'));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '1 '));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri('new.txt'));
  edit.insert(uri('new.txt'), new vscode.Position(0, 0), 'made');
  edit.replace(uri('b.txt'), new vscode.Range(0, 0, 0, 3), 'ebb');
  edit.renameFile(uri('c.txt'), uri('d.txt'));
  const isDone = await vscode.workspace.applyEdit(edit);
  const missing = await Promise.try(() => vscode.workspace.fs.stat(uri('c.txt'))).catch((error) => error.code);
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.file(root));
  const found = await vscode.workspace.findFiles('*.txt', '**/b*');
  return [isDone, missing, entries.map(([name]) => name).sort(), found.map((one) => vscode.workspace.asRelativePath(one)).sort(), editor.document.getText(), editor.document.isDirty];
});`,
    {
      files: { 'a.txt': 'a', 'b.txt': 'low tide', 'c.txt': 'c' },
      permissions: ['filesystem.read', 'filesystem.write'],
    },
  );
  expect(await sandbox.runCommand('it', [work.path])).toEqual([
    true,
    'FileNotFound',
    ['a.txt', 'b.txt', 'd.txt', 'new.txt'],
    ['a.txt', 'd.txt', 'new.txt'],
    '1 a',
    true,
  ]);
  const read = async (name: string) => new TextDecoder().decode(await services.fs.readFile(name));
  expect(await read('new.txt')).toBe('made');
  expect(await read('b.txt')).toBe('ebb tide');
});

test('settings are read by sections and told of, and values are kept from run to run', async () => {
  const body = `
vscode.workspace.onDidChangeConfiguration((event) => console.log('changed', event.affectsConfiguration('tide'), event.affectsConfiguration('other')));
command(async () => {
  const before = vscode.workspace.getConfiguration('tide');
  await before.update('height.unit', 'feet', vscode.ConfigurationTarget.Global);
  await context.globalState.update('runs', (context.globalState.get('runs', 0)) + 1);
  const after = vscode.workspace.getConfiguration();
  return [before.get('height.unit'), before.height.unit, before.get('none', 7), before.has('height'), context.globalState.get('runs'), context.workspaceState.keys()];
});`;
  const properties = { 'tide.height.unit': { type: 'string', default: 'metres' } };
  const running = await runInFolder(body, {
    files: {},
    contributes: { configuration: { properties } },
  });
  const { sandbox, said } = running;
  expect(await sandbox.runCommand('it', [])).toEqual(['metres', 'metres', 7, true, 1, []]);
  await running.load(vscodeMain(body));
  expect(await sandbox.runCommand('it', [])).toEqual(['feet', 'feet', 7, true, 2, []]);
  expect(said()[0]).toBe('changed true false');
});

test('the file that a person has open is a tab, and its changes are told', async () => {
  const { sandbox, services, said } = await runInFolder(
    `
const name = ({ input }) => input.uri.path.split('/').at(-1);
vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => console.log(opened.map(name).join(), closed.map(name).join()));
command(() => vscode.window.tabGroups.all.map(({ tabs, activeTab }) => [tabs.map(name), activeTab?.input instanceof vscode.TabInputText, activeTab?.group.isActive]));`,
    { files: { 'a.txt': 'a', 'b.txt': 'b' } },
  );
  expect(await sandbox.runCommand('it', [])).toEqual([[[], false, undefined]]);
  await services.editor.open('a.txt', {});
  await services.editor.open('b.txt', {});
  await expect.poll(said).toEqual(['a.txt ', 'b.txt a.txt']);
  expect(await sandbox.runCommand('it', [])).toEqual([[['b.txt'], true, true]]);
});
