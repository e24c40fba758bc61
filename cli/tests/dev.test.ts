import { parseValue } from '@orchestra/core';
import { makeFolder, runProcess, writeFiles } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type DevEvent, DevEventSchema } from '../src/dev/dev-event.ts';
import { cliHere } from './run-here.ts';

const program = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));

const manifest = (change: object = {}) => ({
  name: 'tide',
  version: '1.0.0',
  type: 'module',
  main: 'src/main.ts',
  engines: { orchestra: '^1.0.0' },
  permissions: ['clipboard'],
  contributes: { commands: [{ command: 'tide.show', title: 'Show the Tide' }] },
  ...change,
});

const main = (body: string) =>
  [
    `import { clipboard, commands, editor, network, settings, system, ui } from '@orchestra/api';`,
    `export function activate(context) {`,
    `context.subscriptions.push(commands.register('tide.show', async (...args) => {`,
    body,
    `}));`,
    `}`,
  ].join('\n');

async function makeProject(body: string, change: object = {}) {
  return makeFolder({ 'package.json': manifest(change), 'src/main.ts': main(body) });
}

/** Events of a run, each as its schema says. */
function readEvents(stdout: string): DevEvent[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const parsed = parseValue(DevEventSchema, JSON.parse(line));
      if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.errors)}`);
      return parsed.value;
    });
}

async function runOnce(folder: { path: string }, ...args: string[]) {
  const cli = cliHere(folder.path, { url: 'http://127.0.0.1:1' });
  const ended = await cli(['dev', '--json', ...args, '-C', folder.path]);
  return { ...ended, events: readEvents(ended.stdout) };
}

const raycast = {
  'package.json': {
    name: 'tides',
    title: 'Tides',
    version: '1.0.0',
    description: 'Shows tides.',
    author: 'harbour',
    license: 'MIT',
    icon: 'icon.png',
    compat: 'raycast',
    permissions: ['clipboard'],
    preferences: [
      {
        name: 'unit',
        title: 'Unit',
        description: 'Of heights.',
        type: 'textfield',
        required: false,
        default: 'm',
      },
    ],
    commands: [
      { name: 'list', title: 'List Tides', description: 'Lists them.', mode: 'view' },
      { name: 'copy', title: 'Copy the Tide', description: 'Copies it.', mode: 'no-view' },
    ],
  },
  'src/list.tsx': `
    import { getPreferenceValues, List } from '@raycast/api';
    import { useEffect, useState } from 'react';
    export default function Tides() {
      const [names, setNames] = useState<string[]>();
      useEffect(() => { setTimeout(() => setNames(['High', 'Low']), 50); }, []);
      return (
        <List isLoading={names === undefined} navigationTitle={'in ' + getPreferenceValues().unit}>
          {names?.map((name) => <List.Item key={name} title={name} />)}
        </List>
      );
    }`,
  'src/copy.tsx': `
    import { Clipboard, showHUD } from '@raycast/api';
    export default async function copy() {
      await Clipboard.copy('4.2 m');
      await showHUD('Copied');
    }`,
};

test('dev --run shows the view of a command for Raycast as text, once it has come to rest', async () => {
  const permissions = ['clipboard', 'notifications'];
  await using folder = await makeFolder({
    ...raycast,
    'package.json': { ...raycast['package.json'], permissions },
  });
  const { exitCode, events, stdout } = await runOnce(folder, '--run', 'list');
  expect(exitCode, stdout).toBe(0);
  expect(events).toContainEqual({
    type: 'shown',
    what: 'view',
    text: 'in m\n› Search\n❯ High\n  Low',
  });
});

test('dev --run refuses what a command for Raycast does not declare, at its place', async () => {
  await using folder = await makeFolder(raycast);
  const { exitCode, events } = await runOnce(folder, '--run', 'copy');
  expect(exitCode).toBe(1);
  expect(events.filter(({ type }) => type === 'call')).toMatchObject([
    { api: 'Clipboard.copy', isAllowed: true, place: 'src/copy.tsx:4:23' },
    {
      api: 'showHUD',
      isAllowed: false,
      permissions: ['notifications'],
      place: 'src/copy.tsx:5:13',
    },
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'result',
      fault: expect.objectContaining({ message: expect.stringContaining('"notifications"') }),
    }),
  );
});

test('a terminal that says it has no columns is written on as on a usual one', async () => {
  await using folder = await makeProject(`ui.showNotification('high');`);
  const sizeless = `data:text/javascript,${encodeURIComponent('Object.assign(process.stdout, { isTTY: true, columns: 0 });')}`;
  const args = [program, 'ext', 'dev', '--run', 'tide.show', '-C', folder.path];
  const ended = await runProcess([process.execPath, '--import', sizeless, ...args], {
    env: { ORCHESTRA_HOME: folder.path, NO_COLOR: '1' },
  });
  expect(ended.stdout, ended.stderr).toMatch(/ commands\.register +- +src\/main\.ts:3:/);
});

test('dev --run tells of each call, what was refused, and how the permissions compare', async () => {
  await using folder = await makeProject(
    `await clipboard.writeText('a');
    console.log('high', args[0]);
    const chosen = await ui.showQuickPick([{ label: 'one' }]);
    try { await network.fetch('https://tide.example'); } catch (error) { return { chosen, code: error.code }; }`,
  );
  const { events, exitCode } = await runOnce(folder, '--run', 'tide.show', 'water');
  expect(exitCode).toBe(1);
  const of = (type: string) => events.filter((event) => event.type === type);
  expect(events[0]?.type).toBe('confined');
  expect(of('ready')).toMatchObject([
    { build: 1, commands: [{ id: 'tide.show', title: 'Show the Tide', registered: true }] },
  ]);
  expect(of('call')).toMatchObject([
    { api: 'commands.register', isAllowed: true, place: 'src/main.ts:3:37' },
    { api: 'clipboard.writeText', isAllowed: true, place: 'src/main.ts:4:17' },
    { api: 'ui.showQuickPick', isAllowed: true },
    { api: 'network.fetch', permissions: ['network'], isAllowed: false, place: 'src/main.ts:7:25' },
  ]);
  expect(of('log')).toMatchObject([{ level: 'info', text: 'high water' }]);
  expect(of('shown')).toMatchObject([{ what: 'quick-pick', answer: 'left' }]);
  expect(of('result')).toMatchObject([{ ok: true, value: "{ code: 'permission-denied' }" }]);
  expect(of('compared')).toMatchObject([
    {
      declared: ['clipboard'],
      found: ['clipboard', 'network'],
      seen: ['clipboard', 'network'],
      differences: [{ what: 'used-undeclared', permission: 'network', place: 'src/main.ts:7:25' }],
    },
  ]);
  expect(await readdir(folder.path)).not.toContain('dist');
});

test('dev asks nobody without a terminal, so that no program is run unless all may be', async () => {
  const body = `try { await system.exec('touch', ['made']); } catch (error) { return error.code; }`;
  await using folder = await makeProject(body, { permissions: ['system.exec'] });
  const { events } = await runOnce(folder, '--run', 'tide.show', '--workspace', '.');
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'shown', what: 'program', answer: 'refused' }),
  );
  expect(events).toContainEqual(expect.objectContaining({ value: "'refused-by-person'" }));
  expect(await readdir(folder.path)).not.toContain('made');
  await runOnce(folder, '--run', 'tide.show', '--workspace', '.', '--yes');
  expect(await readdir(folder.path)).not.toContain('made');
  await runOnce(folder, '--run', 'tide.show', '--workspace', '.', '--allow-programs');
  expect(await readdir(folder.path)).toContain('made');
});

test('dev tells where an error was thrown, with the line', async () => {
  await using folder = await makeProject(`null.high;`);
  const cli = cliHere(folder.path, { url: 'http://127.0.0.1:1' });
  const ended = await cli(['dev', '--run', 'tide.show', '-C', folder.path]);
  expect(ended.exitCode).toBe(1);
  expect(ended.stdout).toContain("src/main.ts:4:6 Cannot read properties of null (reading 'high')");
  expect(ended.stdout).toContain('4 │ null.high;\n      │      ^');
});

test.each([
  ['an entry that is not there', { main: 'src/none.ts' }, 'problems-found'],
  ['one without code', { main: undefined }, 'not-runnable'],
  [
    'an extension for VS Code that was not built',
    { engines: { vscode: '^1.90.0' }, publisher: 'harbour', main: './out/extension' },
    'not-runnable',
  ],
])('dev refuses %s', async (_, change, code) => {
  await using folder = await makeProject('', change);
  const cli = cliHere(folder.path, { url: 'http://127.0.0.1:1' });
  const ended = await cli(['dev', '--json', '-C', folder.path]);
  expect(ended.exitCode).toBe(1);
  expect(ended.stdout).toContain(`"code": "${code}"`);
});

/** Saves a file in one step, as editors do. */
async function save(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

/** Runs `dev`, watching unless told otherwise, with a step after each of some events: gives all events. */
async function watchDev(
  folder: string,
  steps: { after: string; step: (stop: () => void) => unknown }[],
  args: readonly string[] = ['--watch'],
): Promise<DevEvent[]> {
  const child = spawn(process.execPath, [program, 'ext', 'dev', '--json', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const seen: DevEvent[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [event] = readEvents(line);
    if (event === undefined) continue;
    seen.push(event);
    if (event.type === steps[0]?.after) await steps.shift()?.step(() => child.kill('SIGTERM'));
  }
  return seen;
}

test('dev --watch builds after each save, at once, and goes on with the build before where it fails', async () => {
  await using folder = await makeProject('return 1;');
  const code = folder.join('src/main.ts');
  const json = folder.join('package.json');
  const permitted = JSON.stringify(manifest({ permissions: ['git'] }));
  const seen = await watchDev(folder.path, [
    { after: 'ready', step: () => save(code, 'export const = 1;\n') },
    { after: 'build-failed', step: () => save(code, 'throw new Error("ebb");\nexport {};\n') },
    { after: 'build-failed', step: () => save(code, main('return 2;')) },
    { after: 'ready', step: () => save(json, '{') },
    { after: 'build-failed', step: () => save(json, permitted) },
    { after: 'ready', step: (stop) => stop() },
  ]);
  const told = seen.filter(({ type }) => type === 'ready' || type === 'build-failed');
  expect(told).toMatchObject([
    { type: 'ready', build: 1, cause: 'start' },
    { type: 'build-failed', stage: 'bundle', goesOn: true },
    { type: 'build-failed', stage: 'load', goesOn: true, faults: [{ message: 'ebb' }] },
    { type: 'ready', cause: 'save' },
    { type: 'build-failed', goesOn: true, faults: [{ place: 'package.json:1:2' }] },
    { type: 'ready', cause: 'manifest' },
  ]);
  expect(seen.at(-1)).toMatchObject({ type: 'compared' });
});

test('dev --watch builds what package.json says now, once that is there, and checks all of it', async () => {
  await using folder = await makeProject('return clipboard.writeText("a");');
  const json = folder.join('package.json');
  const moved = { main: 'src/moved.ts' };
  const licensed = JSON.stringify(manifest({ ...moved, license: 'none' }));
  const seen = await watchDev(folder.path, [
    { after: 'checked', step: () => save(json, JSON.stringify(manifest(moved))) },
    { after: 'build-failed', step: () => save(folder.join('src/moved.ts'), 'export const = 1;') },
    { after: 'build-failed', step: () => save(folder.join('src/moved.ts'), main('')) },
    { after: 'checked', step: () => save(json, licensed) },
    { after: 'checked', step: (stop) => stop() },
  ]);
  const places = seen.flatMap((event) => (event.type === 'call' ? [event.place] : []));
  expect(places).toEqual(['src/main.ts:3:37', 'src/moved.ts:3:37']);
  const [first, , last] = seen.filter(({ type }) => type === 'checked');
  expect(JSON.stringify(first)).not.toContain('license');
  expect(JSON.stringify(last)).toContain('package.json#/license');
});

/** Checks out many files one after the other while `dev` runs, and gives what it told. */
async function checkOutInDev() {
  await using folder = await makeProject('');
  const names = Array.from({ length: 30 }, (_, at) => `src/p${at}.ts`);
  const write = async (name: string) => {
    const imports = names.map((_, at) => `import { ${name}${at} } from './p${at}';`);
    const used = names.map((_, at) => `${name}${at}`).join();
    await save(folder.join('src/main.ts'), `${imports.join('\n')}\n${main(`return [${used}];`)}`);
    for (const [at, file] of names.entries()) {
      await delay(5);
      await save(folder.join(file), `export const ${name}${at} = ${at};\n`);
    }
  };
  await write('low');
  const seen = await watchDev(folder.path, [
    { after: 'checked', step: () => write('high') },
    { after: 'ready', step: () => save(folder.join('src/p7.ts'), 'export const = 1;\n') },
    { after: 'build-failed', step: (stop) => stop() },
  ]);
  return seen.filter(({ type }) => type === 'ready' || type === 'build-failed');
}

test('dev --watch tells no fault of files that are half checked out', async () => {
  let told = await checkOutInDev();
  // where this process or that one was kept waiting, what was half there looked as if it were all
  for (let again = 0; again < 9 && told.length !== 3; again += 1) told = await checkOutInDev();
  expect(told).toMatchObject([
    { type: 'ready', cause: 'start' },
    { type: 'ready', cause: 'save' },
    { type: 'build-failed', faults: [{ place: 'src/p7.ts:1:14' }] },
  ]);
});

test('dev --run ends where it is stopped while its command waits', async () => {
  await using folder = await makeProject('console.log("waits"); await new Promise(() => {});');
  const seen = await watchDev(
    folder.path,
    [{ after: 'log', step: (stop) => stop() }],
    ['--run', 'tide.show'],
  );
  expect(seen.at(-1)).toMatchObject({ type: 'compared' });
});

/** Starts `dev` in a terminal, and types there what fits what was shown. */
async function typeInDev(folder: string, args: string, steps: readonly [string, string][]) {
  const line = `'${process.execPath}' '${program}' ext dev --no-watch ${args}; echo ended $?; stty -a`;
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let shown = '';
  child.stdout.on('data', (piece: Buffer) => (shown += piece.toString('utf8')));
  for (const [after, typed] of steps) {
    await expect.poll(() => shown).toContain(after);
    child.stdin.write(typed);
  }
  await once(child, 'close');
  return shown;
}

test('dev is typed to in a terminal, and gives it back', async () => {
  await using folder = await makeProject(`return 'high ' + args.join();`);
  const shown = await typeInDev(folder.path, '', [
    ['? help, q quit', '1 a b\r'],
    ["'high a,b'", 'nothing\r'],
    ['There is no command nothing', '\x04'], // Ctrl-D
  ]);
  expect(shown).toMatch(/Permissions[^]*ended 0[^]* icanon /);
});

test('dev runs what is typed while it starts, once it can', async () => {
  await using folder = await makeProject(`return 'high ' + args.join();`);
  const shown = await typeInDev(folder.path, '', [
    ['', '1 early\r'],
    ["'high early'", '\x04'],
  ]);
  expect(shown).not.toContain('There is no command');
});

test('dev says of what was never built that its commands aren’t known', async () => {
  await using folder = await makeProject('}');
  const shown = await typeInDev(folder.path, '', [['Its commands are known once it runs', '\x04']]);
  expect(shown).not.toContain('It has no commands');
});

test('in dev a person opens files, changes settings, clicks, and writes as a page would', async () => {
  const body = `
    const item = ui.createStatusBarItem();
    Object.assign(item, { text: 'click me', command: 'tide.show' });
    item.show();
    const { document, selection } = editor.active;
    const page = ui.createWebviewPanel({ id: '../tide', title: 'Tide', html: '<p>High</p>' });
    page.onDidReceiveMessage((message) => console.log('heard', message.tide));
    console.log(document.getText().trim(), selection.start.line, settings.get('tide.unit'));`;
  const configuration = { properties: { 'tide.unit': { type: 'string', default: 'm' } } };
  const commands = [{ command: 'tide.show', title: 'Show the Tide' }];
  await using folder = await makeProject(body, { contributes: { commands, configuration } });
  await writeFiles(folder.path, { 'work/a.md': 'one\n', 'work/b.md': 'two\n\n' });
  const shown = await typeInDev(folder.path, '--workspace work --open a.md', [
    ['? help, q quit', 'tide.show\r'],
    ['one 0 m', 'w {"tide": "ebb"}\r'],
    ['heard ebb', 'set tide.unit 3\r'],
    ["'tide.unit' can't be set", 'set tide.unit ft\r'],
    ['set tide.unit ft', 'o none.md\r'],
    ["Can't read 'none.md'", 'o b.md:2\r'],
    ['o b.md:2', 's\r'],
    ['two 1 ft', 'q\r'],
  ]);
  expect(shown).toMatch(/ended 0/);
  const page = await readFile(folder.join('.orchestra/dev/webviews/page--tide.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>.*Content-Security-Policy.*\n<p>High<\/p>$/);
});

test('in dev a person asks an extension for VS Code about a language, and walks its trees', async () => {
  await using folder = await makeFolder({
    'package.json': {
      name: 'tides',
      publisher: 'harbour',
      version: '1.0.0',
      main: 'src/main.ts',
      engines: { vscode: '^1.90.0' },
      contributes: {
        commands: [{ command: 'tides.mark', title: 'Mark' }],
        languages: [{ id: 'tide', extensions: ['.tide'] }],
      },
    },
    'src/main.ts': `
import * as vscode from 'vscode';
export function activate(context: vscode.ExtensionContext) {
  const problems = vscode.languages.createDiagnosticCollection('tides');
  const look = (document: vscode.TextDocument) => problems.set(document.uri, document.getText().includes('ebb')
    ? [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 3), 'Too low', vscode.DiagnosticSeverity.Warning)] : []);
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    vscode.languages.registerHoverProvider('tide', {
      provideHover: (document, at) => new vscode.Hover('Here: ' + document.getText(document.getWordRangeAtPosition(at))),
    }),
    vscode.languages.registerCodeActionsProvider('tide', {
      provideCodeActions(document, range) {
        const action = new vscode.CodeAction('Raise it', vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, range, 'flood');
        action.command = { command: 'tides.mark', title: 'Mark' };
        return [action];
      },
    }),
    vscode.commands.registerCommand('tides.mark', () => console.log('marked')),
    vscode.window.registerTreeDataProvider('tides', {
      getChildren: (of?: string) => (of === undefined ? ['North'] : ['high']),
      getTreeItem: (of: string) => new vscode.TreeItem(of, of === 'North' ? 1 : 0),
    }),
  );
}`,
    'work/a.tide': 'ebb now\n',
  });
  const shown = await typeInDev(folder.path, '--workspace work', [
    ['? help, q quit', 'o a.tide:1:2\r'],
    ['a.tide:1:1 warning: Too low', 'p\r'],
    ['warning: Too low', 'l\r'],
    ['l actions', 'l hover\r'],
    ['Here: ebb', 'l actions 1\r'],
    ['marked', 'save\r'],
    ['Saved', 't 1\r'],
    ['high', 'l rename x\r'],
    ["doesn't offer this: rename", 'q\r'],
  ]);
  expect(shown).toContain('no problems any more');
  expect(shown).toMatch(/ended 0/);
  expect(await readFile(folder.join('work/a.tide'), 'utf8')).toBe('flood now\n');
});
