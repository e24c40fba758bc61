import { makeFolder } from '@orchestra/testkit';
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { findWall } from '../src/confine/find-wall.ts';
import { runTestFile, type TestFileResult } from '../src/scripted/run-test-file.ts';
import { engineFiles } from '../test/run-extension.ts';

const main = `
import { ai, clipboard, commands, editor, settings, system, ui, workspace } from '@orchestra/api';
let count = 0;
const bodies = {
  count: () => (count += 1),
  copy: () => clipboard.writeText('a'),
  pick: () => ui.showQuickPick(['one', 'two']),
  name: () => ui.showInputBox({ validate: (text) => (text.length < 3 ? 'too short' : undefined) }),
  quiet: () => fetch('https://tide.example/none').catch(() => 'offline'),
  tides: async () => (await fetch('https://tide.example/tides')).json(),
  log: () => system.exec('git', ['log', '-1']),
  chat: () => ai.chat('hello'),
  commits: () => workspace.git.log(),
  heading: () => editor.active?.document.getText(),
  unit: () => settings.get('tide.unit'),
};
export function activate(context) {
  for (const [name, run] of Object.entries(bodies)) {
    context.subscriptions.push(commands.register('tide.' + name, run));
  }
  const bar = ui.createStatusBarItem();
  Object.assign(bar, { text: 'Tide 3', command: 'tide.copy' }).show();
}
`;

/** Runs a file of tests of an extension; `permissions` are what it declares. */
async function runTests(
  body: string,
  permissions: readonly string[] = ['clipboard', 'network', 'system.exec', 'ai.chat', 'git'],
): Promise<TestFileResult> {
  await using folder = await makeFolder({
    'src/main.js': main,
    'src/main.test.js': `import { activate, afterEach, beforeEach, describe, expect, host, runCommand, test, waitFor } from '@orchestra/test';\n${body}`,
  });
  const [files, wall] = await Promise.all([engineFiles(), findWall()]);
  return await runTestFile({
    bundler: esbuild,
    engine: { files, wall },
    entry: 'src/main.js',
    testFile: 'src/main.test.js',
    extension: {
      folder: folder.path,
      permissions,
      contributes: {
        configuration: { properties: { 'tide.unit': { type: 'string', default: 'm' } } },
      },
    },
    allowNetwork: false,
    path: process.env['PATH'],
    timeoutMs: 20_000,
    onResult: () => undefined,
  });
}

const told = ({ tests }: TestFileResult) =>
  tests.map(({ name, status, failure }) => [name, status, failure?.message ?? '']);

test('answers of a test reach the extension, and what it did is seen', async () => {
  const result = await runTests(`
    test('prompts', async () => {
      host.answer('ui.showQuickPick', 'two', undefined);
      expect([await runCommand('tide.pick'), await runCommand('tide.pick')]).toEqual(['two', undefined]);
      host.answer('ui.showInputBox', ['a', 'abc']);
      expect(await runCommand('tide.name')).toBe('abc');
      expect(await host.rejectedInputs()).toEqual([{ text: 'a', message: 'too short' }]);
    });
    test('outside', async () => {
      host.network('https://tide.example/*', (request) => ({ asked: request.url }));
      host.exec('git log', 'one commit');
      host.ai('hi');
      expect(await runCommand('tide.tides')).toEqual({ asked: 'https://tide.example/tides' });
      expect(await runCommand('tide.log')).toEqual({ exitCode: 0, stdout: 'one commit', stderr: '' });
      expect(await runCommand('tide.chat')).toEqual({ content: 'hi', model: 'test' });
    });
    test('folder', async () => {
      await host.workspace({ 'a.md': '# Tide' });
      await host.git([{ message: 'first', author: 'Ada <ada@tide.example>' }]);
      await host.editor('a.md');
      await host.type('>');
      await host.settings({ 'tide.unit': 'ft' });
      expect(await runCommand('tide.commits')).toMatchObject([{ message: 'first', author: 'Ada' }]);
      expect(await runCommand('tide.heading')).toBe('># Tide');
      expect(await runCommand('tide.unit')).toBe('ft');
    });
    test('interface', async () => {
      await activate();
      await host.click('Tide');
      await waitFor(async () => expect(await host.clipboard.read()).toBe('a'));
      expect(await host.calls('clipboard.writeText')).toMatchObject([{ args: ['a'], isAllowed: true }]);
    });
  `);
  expect(result.errors).toEqual([]);
  expect(told(result)).toEqual(
    ['prompts', 'outside', 'folder', 'interface'].map((name) => [name, 'passed', '']),
  );
});

test('a test has nothing of the one before, and one that loops or never ends stops no other', async () => {
  const result = await runTests(`
    test('first', async () => { globalThis.left = 1; expect(await runCommand('tide.count')).toBe(1); });
    test('loop', () => { for (;;); });
    test('never', () => new Promise(() => {}), { timeout: 100 });
    test('second', async () => {
      expect(globalThis.left).toBeUndefined();
      expect(await runCommand('tide.count')).toBe(1);
      expect(await host.files()).toEqual([]);
    });
    test.skip('later', () => {});
  `);
  expect(told(result)).toEqual([
    ['first', 'passed', ''],
    ['loop', 'failed', 'It ran longer than 1000 ms without giving way.'],
    ['never', 'failed', 'It did not end within 100 ms.'],
    ['second', 'passed', ''],
    ['later', 'skipped', ''],
  ]);
});

test('a call that is refused fails a test, unless that expects it, and so does a call without an answer', async () => {
  const result = await runTests(
    `
    test('refused', () => runCommand('tide.copy').catch(() => {}));
    test('expected', async () => {
      host.expectRefused('clipboard.writeText');
      await expect(runCommand('tide.copy')).rejects.toThrow('clipboard');
    });
    test('not refused', () => host.expectRefused('network.fetch'));
    test('unanswered', async () => expect(await runCommand('tide.quiet')).toBe('offline'));
    `,
    ['network'],
  );
  expect(told(result)).toEqual([
    ['refused', 'failed', expect.stringContaining('needs the permission "clipboard"')],
    ['expected', 'passed', ''],
    ['not refused', 'failed', "The test expects network.fetch to be refused, and it wasn't."],
    ['unanswered', 'failed', expect.stringContaining('no answer to GET https://tide.example/none')],
  ]);
  expect(result.tests[0]?.failure?.place).toMatchObject({ file: 'src/main.js', line: 6 });
});

test('a failure has its place and a difference; what comes before and after a test runs', async () => {
  const result = await runTests(
    `const steps = [];
describe('group', () => {
  beforeEach(() => { steps.push('before'); });
  afterEach(() => console.log(steps.join()));
  test('differs', () => {
    steps.push('test');
    expect({ high: 3 }).toEqual({ high: 4 });
  });
});`,
  );
  expect(result.tests).toMatchObject([
    {
      name: 'group > differs',
      failure: {
        name: 'AssertionError',
        diff: '- Expected\n+ Received\n\n  {\n-   "high": 4,\n+   "high": 3,\n  }',
        place: { file: 'src/main.test.js', line: 8 },
      },
      logs: [{ text: 'before,test' }],
    },
  ]);
});

test('a file that throws at its top, or is no code, is told', async () => {
  expect(await runTests(`throw new Error('at the top');`)).toMatchObject({
    tests: [],
    errors: [{ text: expect.stringContaining('at the top') }],
  });
  expect(await runTests(`test('a', ( => 1);`)).toMatchObject({
    tests: [],
    errors: [{ location: { file: 'src/main.test.js', line: 2 } }],
  });
});
