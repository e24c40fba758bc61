import { makeFolder, runProcess } from '@orchestra/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { cliHere } from './run-here.ts';

const program = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));

const manifest = {
  name: 'tide',
  version: '1.0.0',
  type: 'module',
  main: 'src/main.ts',
  engines: { orchestra: '^1.0.0' },
  permissions: ['clipboard', 'git'],
};

const main = `
import { clipboard, commands, network } from '@orchestra/api';
export function activate({ subscriptions }) {
  subscriptions.push(
    commands.register('tide.copy', () => clipboard.writeText('high')),
    commands.register('tide.fetch', async () => {
      try { await network.fetch('http://127.0.0.1:9/'); } catch (error) { return error.code; }
    }),
  );
}`;

/** Files of tests by what they show. */
const files = {
  'green.test.ts': `test('copies', async () => {
    await runCommand('tide.copy');
    expect(await host.clipboard.read()).toBe('high');
  });`,
  'failing.test.ts': `test('is wrong <here>', () => {
    expect({ tide: 'high' }).toEqual({ tide: 'low' });
  });`,
  'refused.test.ts': `test('hides a refusal', () => runCommand('tide.fetch'));`,
  'expected.test.ts': `test('expects a refusal', async () => {
    host.expectRefused('network.fetch');
    expect(await runCommand('tide.fetch')).toBe('permission-denied');
  });`,
  'broken.test.ts': `const = 1;`,
  'endless.test.ts': `test('waits', () => new Promise(() => {}), { timeout: 300 });
    test('loops', () => { for (;;); });
    test('goes on', () => {});`,
};

const start = `import { expect, host, runCommand, test } from '@orchestra/test';\n`;
let folder: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  const tests = Object.entries(files).map(([name, body]) => [name, `${start}${body}\n`]);
  folder = await makeFolder({
    'package.json': manifest,
    'src/main.ts': main,
    ...Object.fromEntries(tests),
  });
});

afterAll(() => folder[Symbol.asyncDispose]());

async function run(...args: string[]) {
  const cli = cliHere(folder.path, { url: 'http://127.0.0.1:1' });
  // much, for a machine that does other things as well
  return cli(['test', '--timeout', '60000', ...args, '-C', folder.path]);
}

test('test runs what is named, tells each difference with its place, and writes nothing', async () => {
  const { stdout, exitCode } = await run('green.test.ts', 'expected.test.ts');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/✓ copies \d+ ms\n[^]*✓ expects a refusal/);
  expect(stdout).toContain('error src/main.ts:7:27 "network" was used and isn’t declared');
  expect(stdout).toContain('warning package.json#/permissions/1 "git" is declared, and the code');
  expect(await readdir(folder.path)).not.toContain('dist');
});

test('test fails for what fails, is refused, never ends or can’t be bundled, and goes on', async () => {
  const { stdout, exitCode } = await run('--json');
  expect(exitCode).toBe(1);
  const told: unknown = JSON.parse(stdout);
  expect(told).toMatchObject({
    name: 'tide',
    isStopped: false,
    permissions: {
      declared: ['clipboard', 'git'],
      found: ['clipboard', 'network'],
      seen: ['clipboard', 'network'],
      differences: [
        { severity: 'error', what: 'used-undeclared', permission: 'network' },
        { severity: 'warning', what: 'declared-unused', permission: 'git' },
      ],
    },
    files: [
      {
        file: 'broken.test.ts',
        tests: [],
        errors: [{ location: { file: 'broken.test.ts', line: 2, column: 6 } }],
      },
      {
        file: 'endless.test.ts',
        tests: [
          { status: 'failed', failure: { message: 'It did not end within 300 ms.' } },
          { name: 'loops', status: 'failed' },
          { name: 'goes on', status: 'passed' },
        ],
      },
      { file: 'expected.test.ts', tests: [{ status: 'passed', refused: [] }] },
      {
        file: 'failing.test.ts',
        tests: [{ failure: { place: { file: 'failing.test.ts', line: 3, column: 30 } } }],
      },
      { file: 'green.test.ts', tests: [{ status: 'passed', failure: null }] },
      {
        file: 'refused.test.ts',
        tests: [
          {
            status: 'failed',
            failure: { place: { file: 'src/main.ts', line: 7, column: 27 } },
            refused: [{ api: 'network.fetch', permissions: ['network'] }],
          },
        ],
      },
    ],
  });
});

test('test tells a service of what failed as JUnit does', async () => {
  const { stdout, exitCode } = await run(
    '--reporter',
    'junit',
    'failing.test.ts',
    'broken.test.ts',
  );
  expect(exitCode).toBe(1);
  expect(stdout).toContain('<testsuites name="tide"');
  expect(stdout).toContain('<testcase classname="failing.test.ts" name="is wrong &lt;here&gt;"');
  expect(stdout).toContain('<error message="Expected identifier but found &quot;=&quot;"/>');
});

test('test --strict fails for permissions that differ, where all tests are green', async () => {
  expect(await run('green.test.ts')).toMatchObject({ exitCode: 0 });
  expect(await run('green.test.ts', '--strict')).toMatchObject({ exitCode: 1 });
});

test('test --allow-network lets requests through, behind the gate', async () => {
  await using other = await makeFolder({
    'package.json': { ...manifest, permissions: ['network'] },
    'src/main.ts': main.replace(`clipboard.writeText('high')`, '1'),
    'a.test.ts': `${start}test('asks', () => runCommand('tide.fetch'));`,
  });
  const cli = cliHere(other.path, { url: 'http://127.0.0.1:1' });
  const [alone, allowed] = [
    await cli(['test', '--timeout', '60000', '-C', other.path]),
    await cli(['test', '--timeout', '60000', '--allow-network', '--strict', '-C', other.path]),
  ];
  expect(alone.exitCode).toBe(1);
  expect(alone.stdout).toContain('The test gives no answer to GET http://127.0.0.1:9/');
  expect(allowed).toMatchObject({ exitCode: 0 });
});

test.each([
  ['a name that no test has', ['-t', 'ebb'], 'No test has "ebb" in its name'],
  ['a file that is not there', ['none.test.ts'], "none.test.ts can't be tested"],
  ['a time that is none', ['--timeout', 'soon'], '--timeout takes milliseconds, not "soon"'],
])('test refuses %s', async (_, args, message) => {
  const { stdout, exitCode } = await run('--json', 'green.test.ts', ...args);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage' } });
  expect(stdout).toContain(JSON.stringify(message).slice(1, -1));
});

test('test --require-confined needs a wall around the process', async () => {
  const typed = [process.execPath, program, 'ext', 'test', 'green.test.ts', '--json'];
  const confined = [...typed, '--require-confined'];
  // a namespace in which no other can be made: so are some systems set up
  const barred = ['unshare', '--user', '--map-root-user', 'sh', '-c', 'echo 0 > "$0"; exec "$@"'];
  const switchOff = '/proc/sys/user/max_user_namespaces';
  const powerless = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'];
  const [open, closed] = await Promise.all([
    runProcess(confined, { cwd: folder.path }),
    runProcess([...barred, switchOff, ...powerless, ...confined], { cwd: folder.path }),
  ]);
  const walls = /"wall": "(?:bwrap|unshare)"/;
  const unwalled = walls.test(open.stdout) ? closed : open; // where this system has no wall itself
  expect(open.exitCode).toBe(unwalled === open ? 1 : 0);
  expect(unwalled.exitCode).toBe(1);
  expect(JSON.parse(unwalled.stdout)).toMatchObject({ error: { code: 'not-runnable' } });
});

/** Processes that run code of this project's tests, and folders of their worlds. */
async function listLeft(temporary: string): Promise<string[]> {
  const found = await runProcess(['ps', '-eo', 'args'], { cwd: folder.path });
  const engines = found.stdout.split('\n').filter((line) => line.includes(temporary));
  return [...engines, ...(await readdir(temporary))];
}

test('test is ended by Ctrl-C in order: the exit code says so, and nothing is left', async () => {
  await using temporary = await makeFolder({});
  await using waiting = await makeFolder({
    'package.json': manifest,
    'src/main.ts': main,
    'a.test.ts': `${start}test('waits', () => new Promise(() => {}));`,
  });
  const line = `exec '${process.execPath}' '${program}' ext test --timeout 600000`;
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: waiting.path,
    env: { ...process.env, TMPDIR: temporary.path, COLUMNS: '80' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let shown = '';
  child.stdout.on('data', (piece: Buffer) => (shown += piece.toString('utf8')));
  await expect.poll(() => readdir(temporary.path)).not.toEqual([]);
  child.stdin.write('\u0003');
  const [exitCode] = await once(child, 'close');
  expect(shown).toContain('stopped');
  expect(exitCode).toBe(130);
  expect(await listLeft(temporary.path)).toEqual([]);
});

test('test --watch runs again after each save, and tells what can’t be run', async () => {
  await using watched = await makeFolder({
    'package.json': manifest,
    'src/main.ts': main,
    'a.test.ts': `${start}${files['green.test.ts']}`,
  });
  const save = async (name: string, text: string) => {
    await writeFile(watched.join('saved.tmp'), text);
    await rename(watched.join('saved.tmp'), watched.join(name));
  };
  const child = spawn(process.execPath, [program, 'ext', 'test', '--watch', '--json'], {
    cwd: watched.path,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close');
  const steps = [
    () => save('src/main.ts', main.replace('high', 'low')),
    () => save('package.json', '{'),
    () => save('package.json', JSON.stringify(manifest)),
    () => child.kill('SIGTERM'),
  ];
  const told: unknown[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    told.push(JSON.parse(text));
    await steps.shift()?.();
  }
  const [exitCode] = await ended;
  expect(told).toMatchObject([
    { files: [{ tests: [{ status: 'passed' }] }] },
    { files: [{ tests: [{ status: 'failed' }] }] },
    { error: { code: 'problems-found' } },
    { files: [{ tests: [{ status: 'failed' }] }] },
  ]);
  expect(exitCode).toBe(1);
});

test('tests of an extension for VS Code see what it shows, and ask it about a language', async () => {
  await using project = await makeFolder({
    'package.json': {
      name: 'tides',
      publisher: 'harbour',
      version: '1.0.0',
      main: 'src/main.ts',
      engines: { vscode: '^1.90.0' },
      permissions: ['notifications'],
      contributes: { languages: [{ id: 'tide', extensions: ['.tide'] }] },
    },
    'src/main.ts': `
import * as vscode from 'vscode';
export function activate(context) {
  const problems = vscode.languages.createDiagnosticCollection('tides');
  const output = vscode.window.createOutputChannel('Tides');
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      output.appendLine(document.languageId);
      problems.set(document.uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 3), 'Too low', 1)]);
    }),
    vscode.languages.registerHoverProvider('tide', { provideHover: () => new vscode.Hover('**low**') }),
    vscode.window.registerTreeDataProvider('tides', {
      getChildren: (of) => (of === undefined ? ['North'] : ['high']),
      getTreeItem: (of) => new vscode.TreeItem(of, of === 'North' ? 1 : 0),
    }),
    vscode.commands.registerCommand('tides.ask', async () => {
      const chosen = await vscode.window.showQuickPick(['high', 'low']);
      await vscode.window.showInformationMessage('It is ' + chosen);
      await context.globalState.update('last', chosen);
      return context.globalState.get('last');
    }),
  );
}`,
    'src/main.test.ts': `
import { activate, expect, host, runCommand, test, waitFor } from '@orchestra/test';
test('tells of a file', async () => {
  await host.workspace({ 'a.tide': 'ebb\\n' });
  await activate();
  await host.editor('a.tide', { line: 1, column: 2 });
  await waitFor(async () => expect(await host.problems()).toEqual([
    { file: 'a.tide', line: 1, column: 1, severity: 'warning', message: 'Too low', source: '', code: '' },
  ]));
  expect(await host.language('hover')).toEqual([['**low**']]);
  expect(await host.language('complete')).toEqual([]);
  expect(await host.output()).toEqual({ Tides: 'tide\\n' });
});
test('shows a tree', async () => {
  await activate();
  await waitFor(async () => expect(await host.tree('tides')).toEqual([{ label: 'North', description: '', isOpen: false, children: [] }]));
  await host.chooseLine('tides', 'North');
  await waitFor(async () => expect((await host.tree('tides'))[0].children[0].label).toBe('high'));
});
test('asks', async () => {
  host.answer('ui.showQuickPick', ({ items }) => items[1].label);
  expect(await runCommand('tides.ask')).toBe('low');
  expect((await host.notifications())[0]).toMatchObject({ message: 'It is low', type: 'info' });
  expect((await host.calls()).map(({ api }) => api)).toContain('window.showQuickPick');
  await host.workspace({ 'a.tide': 'ebb' });
  await host.editor('a.tide');
  await expect(host.language('nothing')).rejects.toThrow('none of hover');
});`,
  });
  const cli = cliHere(project.path, { url: 'http://127.0.0.1:1' });
  const { exitCode, stdout } = await cli(['test', '--json', '-C', project.path]);
  const { files: ran } = JSON.parse(stdout);
  const told = ran.flatMap(({ tests }: { tests: object[] }) => tests);
  expect(told, stdout).toMatchObject([
    { name: 'tells of a file', status: 'passed' },
    { name: 'shows a tree', status: 'passed' },
    { name: 'asks', status: 'passed' },
  ]);
  expect(exitCode).toBe(0);
});
