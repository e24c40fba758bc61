import { expect, test } from 'vitest';
import type { StatusBarView, UiService } from '../../src/services/services.ts';
import { runVscode, vscodeMain } from '../../test/run-vscode.ts';

test('messages are shown, and what was chosen comes back as it was given', async () => {
  const { sandbox, calls } = await runVscode(
    vscodeMain(`
context.subscriptions.push(command(async (name) => {
  const stop = { title: 'Stop' };
  const chosen = await vscode.window.showInformationMessage('Tide: ' + name, { modal: true }, 'Again', stop);
  return chosen === stop;
}));`),
    {
      permissions: ['notifications'],
      services: { ui: { showNotification: async () => 'Stop' } as unknown as UiService },
    },
  );
  expect(await sandbox.runCommand('it', ['high'])).toBe(true);
  const call = calls.find(({ api }) => api === 'window.showInformationMessage');
  expect(call).toMatchObject({ isAllowed: true, permissions: ['notifications'] });
  expect(call?.place).toMatchObject({ file: 'src/main.ts', line: 7 });
});

test('what package.json does not declare is refused, by the name that the author wrote', async () => {
  const { sandbox } = await runVscode(
    vscodeMain(`
command((member) => ({
  message: () => vscode.window.showErrorMessage('no'),
  clipboard: () => vscode.env.clipboard.readText(),
  open: () => vscode.env.openExternal(vscode.Uri.parse('https://tide.example/')),
  read: () => vscode.workspace.fs.readFile(vscode.Uri.file('/workspace/a')),
  find: () => vscode.workspace.findFiles('**/*'),
  document: () => vscode.workspace.openTextDocument('/workspace/a'),
  edit: () => vscode.workspace.applyEdit(new vscode.WorkspaceEdit()),
  secret: () => context.secrets.get('key'),
  terminal: () => vscode.window.createTerminal('own'),
  command: () => vscode.commands.executeCommand('git.commit'),
})[member]());`),
  );
  for (const [member, needs] of [
    ['message', 'window.showErrorMessage needs the permission "notifications"'],
    ['clipboard', 'env.clipboard needs the permission "clipboard"'],
    ['open', 'env.openExternal needs the permission "network"'],
    ['read', 'workspace.fs.readFile needs the permission "filesystem.read"'],
    ['find', 'workspace.findFiles needs the permission "filesystem.read"'],
    ['document', 'workspace.openTextDocument needs the permission "filesystem.read"'],
    ['edit', 'workspace.applyEdit needs the permission "filesystem.write"'],
    ['secret', 'context.secrets needs the permission "secrets"'],
    ['terminal', 'terminal.create needs the permission "terminal"'],
    ['command', 'git.commit needs the permission "git"'],
  ]) {
    await expect(sandbox.runCommand('it', [member])).rejects.toThrowError(needs);
  }
});

test('a tree shows what is open, and a person opens, closes and chooses', async () => {
  const { sandbox, vscode, logs } = await runVscode(
    vscodeMain(`
const tides = { North: ['high', 'low'], South: [] };
const changed = new vscode.EventEmitter();
const view = vscode.window.createTreeView('tides', { treeDataProvider: {
  onDidChangeTreeData: changed.event,
  getChildren: (of) => (of === undefined ? Object.keys(tides) : tides[of]),
  getTreeItem(of) {
    const isPlace = of in tides;
    const item = new vscode.TreeItem('$(flag) ' + of, isPlace ? vscode.TreeItemCollapsibleState.Collapsed : 0);
    item.description = isPlace ? 'coast' : undefined;
    if (!isPlace) item.command = { command: 'show', title: 'Show', arguments: [of] };
    return item;
  },
} });
view.onDidExpandElement(({ element }) => console.log('opened', element));
view.onDidChangeSelection(({ selection }) => console.log('chose', selection.join()));
command((of) => console.log('showed', of), 'show');
command(() => { tides.East = ['ebb']; changed.fire(undefined); });`),
  );
  const lines = () => [...vscode.trees.values()].flatMap((tree) => tree.lines);
  await expect.poll(lines).toMatchObject([
    { label: 'North', description: 'coast', state: 'closed', isClickable: false },
    { label: 'South', state: 'closed', children: [] },
  ]);
  vscode.act('toggle', 'North');
  await expect
    .poll(() => lines()[0])
    .toMatchObject({
      state: 'open',
      children: [{ label: 'high', state: 'leaf' }, { label: 'low' }],
    });
  vscode.act('choose', 'low');
  await sandbox.runCommand('it', []);
  await expect.poll(() => lines().map(({ label }) => label)).toEqual(['North', 'South', 'East']);
  expect(lines()[0]?.state).toBe('open');
  vscode.act('toggle', 'North');
  await expect.poll(() => lines()[0]?.state).toBe('closed');
  expect(logs.map(({ text }) => text)).toEqual(['opened North', 'chose low', 'showed low']);
});

test('the status bar shows text without icons, and a click runs a command with its arguments', async () => {
  const items: (StatusBarView | null)[] = [];
  const clicks: (() => void)[] = [];
  const ui = {
    showStatusBarItem(_: number, item: StatusBarView | null, act: (name: 'click') => void) {
      items.push(item);
      clicks.push(() => act('click'));
    },
  } as unknown as UiService;
  const { logs } = await runVscode(
    vscodeMain(`
command((of) => { console.log('clicked', of); item.hide(); item.dispose(); }, 'show');
const item = vscode.window.createStatusBarItem('tide', vscode.StatusBarAlignment.Right, 7);
item.text = '$(sync~spin) High';
item.tooltip = 'Tide';
item.command = { command: 'show', title: 'Show', arguments: ['tide'] };
item.show();
vscode.window.setStatusBarMessage('soon over', Promise.resolve());`),
    { services: { ui } },
  );
  await expect
    .poll(() => items)
    .toContainEqual({
      text: 'High',
      tooltip: 'Tide',
      visible: true,
      alignment: 'right',
      priority: 7,
      command: '',
    });
  await expect.poll(() => items).toContain(null); // the message
  clicks[items.findIndex((item) => item?.text === 'High')]?.();
  await expect.poll(() => logs.map(({ text }) => text)).toEqual(['clicked tide']);
});

test('quick picks and input boxes of the older and the newer kind ask, and tell what came of it', async () => {
  const asked: unknown[] = [];
  const ui = {
    showQuickPick: async (picks: object) => (asked.push(picks), [1]),
    showInputBox: async ({ validate, ...box }: { validate(text: string): Promise<unknown> }) => {
      asked.push({ ...box, fault: await validate('bad'), none: await validate('good') });
      return 'good';
    },
  } as unknown as UiService;
  const { sandbox, logs } = await runVscode(
    vscodeMain(`
command(async () => {
  const items = [{ label: 'a' }, { label: '', kind: vscode.QuickPickItemKind.Separator }, { label: '$(x) b', detail: 'c' }];
  console.log((await vscode.window.showQuickPick(items, { placeHolder: 'Which?' })) === items[2]);
  console.log(JSON.stringify(await vscode.window.showQuickPick(Promise.resolve(['a', 'b']), { canPickMany: true })));
  console.log(await vscode.window.showInputBox({ prompt: 'Name', validateInput: (text) => text === 'bad' ? 'Not so' : null }));
  const pick = vscode.window.createQuickPick();
  pick.items = items;
  pick.title = 'Newer';
  pick.onDidAccept(() => console.log('accepted', pick.selectedItems[0] === items[2]));
  pick.onDidHide(() => console.log('hidden'));
  pick.show();
  const box = vscode.window.createInputBox();
  box.onDidChangeValue((text) => { box.validationMessage = text === 'bad' ? 'Never' : undefined; });
  box.onDidAccept(() => console.log('wrote', box.value));
  box.show();
});`),
    { services: { ui } },
  );
  await sandbox.runCommand('it', []);
  await expect
    .poll(() => logs.map(({ text }) => text).toSorted())
    .toEqual(['["b"]', 'accepted true', 'good', 'hidden', 'true', 'wrote good']);
  expect(asked).toEqual([
    {
      items: [
        { label: 'a', picked: false },
        { label: 'b', detail: 'c', picked: false },
      ],
      placeholder: 'Which?',
      canPickMany: false,
      matchOnDescription: false,
    },
    expect.objectContaining({ canPickMany: true }),
    expect.objectContaining({ prompt: 'Name', fault: 'Not so', none: undefined }),
    expect.objectContaining({ title: 'Newer' }),
    expect.objectContaining({ fault: 'Never', none: undefined }),
  ]);
});

test('output, progress and pages are shown', async () => {
  const [shown, progressed]: unknown[][] = [[], []];
  const ui = {
    showProgress(_: number, progress: object | null, act: (name: 'cancel') => void) {
      progressed?.push(progress);
      if (JSON.stringify(progress).includes('half')) act('cancel');
    },
    showWebview: (_: number, view: object | null, act: (name: string, value: unknown) => void) => {
      shown?.push(view);
      if (JSON.stringify(view).includes('<p>')) act('message', { tide: 'high' });
    },
    postToWebview: (_: number, message: unknown) => shown?.push(message) !== 0,
  } as unknown as UiService;
  const { sandbox, vscode, logs } = await runVscode(
    vscodeMain(`
command(async () => {
  const channel = vscode.window.createOutputChannel('Tides', { log: true });
  channel.append('one ');
  channel.appendLine('two');
  channel.warn('three', { four: 4 });
  const title = 'Reading';
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    progress.report({ message: 'half', increment: 50 });
    await new Promise((done) => token.onCancellationRequested(done));
  });
  const panel = vscode.window.createWebviewPanel('tides', 'Tides', vscode.ViewColumn.One, { enableScripts: true });
  const got = new Promise((done) => panel.webview.onDidReceiveMessage(done));
  panel.webview.html = '<p>High</p>';
  console.log(JSON.stringify(await got));
  console.log(await panel.webview.postMessage('ebb'));
  panel.onDidDispose(() => console.log('closed'));
  panel.dispose();
});`),
    { services: { ui } },
  );
  await sandbox.runCommand('it', []);
  await expect.poll(() => vscode.printed).toBe('Tides: one two\n[warning] three {"four":4}\n');
  expect(logs.map(({ text }) => text)).toEqual(['{"tide":"high"}', 'true', 'closed']);
  const fixed = { title: 'Reading', location: 'notification', cancellable: true };
  await expect
    .poll(() => progressed)
    .toEqual([fixed, { ...fixed, message: 'half', percent: 50 }, null]);
  await expect
    .poll(() => shown)
    .toEqual([
      expect.objectContaining({ html: '' }),
      expect.objectContaining({ id: 'tides', html: '<p>High</p>', enableScripts: true }),
      'ebb',
      null,
    ]);
});

test('an entry may export nothing, but no other thing as activate', async () => {
  const { sandbox } = await runVscode({ 'src/main.ts': 'export const tide = 1;' });
  expect(sandbox.isRunning).toBe(true);
  await expect(runVscode({ 'src/main.ts': 'export const activate = 5;' })).rejects.toThrowError(
    'The entry file exports "activate", which is no function.',
  );
});
