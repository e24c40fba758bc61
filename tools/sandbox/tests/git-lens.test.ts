import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolderServices } from '../src/services/folder-services.ts';
import type {
  StatusBarView,
  UiService,
  WebviewView,
  GitService,
} from '../src/services/services.ts';
import { makeSandbox } from '../test/run-extension.ts';

const sample = fileURLToPath(new URL('../../local/samples/git-lens/', import.meta.url));
const versions = ['1.0.0', '1.1.0', '1.1.1'];
const latest = '1.1.1';

/** What a person sees of the extension. */
interface Seen {
  status: StatusBarView | null;
  page: WebviewView | null;
  messages: string[];
}

/** Runs a version of the sample on a folder, behind the gate, with services of a folder and real git. */
async function openLens(
  folder: TemporaryFolder,
  { version = latest, own = {} as Partial<GitService> } = {},
) {
  const seen: Seen = { status: null, page: null, messages: [] };
  const services = await makeFolderServices({
    extensionFolder: folder.join('lens'),
    workspace: folder.join('work'),
    dataFolder: folder.join('data'),
    contributes: await readContributes(folder, version),
    env: { PATH: process.env['PATH'], HOME: folder.join('home') },
    network: { allowLocalNetwork: false },
    ai: { kind: 'none' },
    ui: showTo(seen),
    commands: { execute: () => Promise.resolve(null), getAll: () => Promise.resolve([]) },
    askProgram: () => Promise.resolve(false),
    onTerminalOutput: () => {},
    events: {
      onSettingsChanged: (keys) => running.events.onSettingsChanged(keys),
      onSecretChanged: (key) => running.events.onSecretChanged(key),
      onEditorChanged: () => running.events.onEditorChanged(),
      onDocumentChanged: (path) => running.events.onDocumentChanged(path),
    },
  });
  onTestFinished(() => services.close());
  Object.assign(services.workspace.git, own);
  const permissions = JSON.parse(await readFile(folder.join('lens/package.json'), 'utf8'));
  const running = await makeSandbox({ services, permissions: permissions.permissions });
  const dist = await readdir(folder.join('lens/dist'));
  const modules = dist.map(async (name) => [
    `dist/${name}`,
    await readFile(folder.join('lens/dist', name), 'utf8'),
  ]);
  const sources: Record<string, string> = Object.fromEntries(await Promise.all(modules));
  await running.load({ ...sources, 'src/main.ts': "export * from '../dist/main.js';" });
  const select = (line: number) =>
    services.editor.select({ start: { line, column: 0 }, end: { line, column: 0 } });
  return {
    ...running,
    services,
    seen,
    select,
    run: (id: string) => running.sandbox.runCommand(id),
  };
}

async function readContributes(folder: TemporaryFolder, version: string): Promise<unknown> {
  for (const each of versions.slice(0, versions.indexOf(version) + 1)) {
    await cp(join(sample, each), folder.join('lens'), { recursive: true });
  }
  const manifest: { contributes: unknown } = JSON.parse(
    await readFile(folder.join('lens/package.json'), 'utf8'),
  );
  return manifest.contributes;
}

function showTo(seen: Seen): UiService {
  return {
    showNotification: ({ message }) => {
      seen.messages.push(message);
      return Promise.resolve(undefined);
    },
    showQuickPick: () => Promise.resolve(undefined),
    showInputBox: () => Promise.resolve(undefined),
    showStatusBarItem: (_, item) => void (seen.status = structuredClone(item)),
    showWebview: (_, view) => void (seen.page = structuredClone(view)),
    postToWebview: () => false,
    showProgress: () => {},
  };
}

const config = '[init]\n  defaultBranch = main\n[commit]\n  gpgsign = false\n';

async function git(folder: TemporaryFolder, ...args: string[]): Promise<string> {
  const command = ['git', '-C', folder.join('work'), ...args];
  const ended = await runProcess(command, { env: { HOME: folder.join('home') } });
  expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
  return ended.stdout.trim();
}

/** Commits all that is there. @returns the hash */
async function commit(folder: TemporaryFolder, message: string, author: string, date: Date) {
  await git(folder, 'add', '--all');
  const who = ['-c', `user.name=${author}`, '-c', 'user.email=someone@tide.example'];
  const how = ['--quiet', '--message', message, '--date', date.toISOString()];
  await git(folder, ...who, 'commit', ...how);
  return git(folder, 'rev-parse', 'HEAD');
}

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000 - 60_000);

/** A repository with a file of three lines: two of Ada, the last of Bo. */
async function makeRepository() {
  const folder = await makeFolder({
    'home/.gitconfig': config,
    'work/tide.ts': 'low();\nhigh();\n',
    'work/other.ts': 'other();\n',
    'outside/far.ts': 'far();\n',
  });
  onTestFinished(() => folder[Symbol.asyncDispose]());
  await git(folder, 'init', '--quiet');
  const dates = [daysAgo(21), daysAgo(1)] as const;
  const first = await commit(folder, 'Begin <b>\n\nThe body\nsays why.', 'Ada Winter', dates[0]);
  await writeFile(folder.join('work/tide.ts'), 'low();\nhigh();\nlast(1 < 2);\n');
  await writeFile(folder.join('work/other.ts'), 'another();\n');
  const second = await commit(folder, 'Add a last one', 'Bo', dates[1]);
  return { folder, first, second };
}

test.each(versions)(
  'git-lens %s follows the cursor, and shows and copies the commit',
  async (version) => {
    const { folder, first, second } = await makeRepository();
    const { services, seen, select, run, calls } = await openLens(folder, { version });
    await services.editor.open('tide.ts', { line: 3 });
    await expect.poll(() => seen.status?.text).toBe('Bo, 1 day ago · Add a last one');
    select(0);
    await expect.poll(() => seen.status?.text).toBe('Ada Winter, 3 weeks ago · Begin <b>');
    expect(seen.status).toMatchObject({ visible: true, command: 'git-lens.showCommit' });
    expect(seen.status?.tooltip).toContain(first.slice(0, 8));
    await run('git-lens.copyHash');
    expect(await services.clipboard.readText()).toBe(first);
    await run('git-lens.showCommit');
    expect(seen.page?.html).toContain('<pre class="message">The body\nsays why.</pre>');
    expect(seen.page?.html).toContain('Begin &lt;b&gt;');
    select(2);
    await run('git-lens.showCommit');
    expect(seen.page).toMatchObject({ title: `Commit ${second.slice(0, 8)}`, revealed: 1 });
    expect(seen.page?.html).toContain('<ins>+last(1 &lt; 2);</ins>');
    expect(seen.page?.html).not.toContain('another');
    expect(calls.filter(({ isAllowed, error }) => !isAllowed || error !== undefined)).toEqual([]);
  },
);

test('git-lens tells lines that no commit has, saved or not, and those that moved meanwhile', async () => {
  const { folder } = await makeRepository();
  const { services, seen, run, select } = await openLens(folder);
  await services.editor.open('tide.ts', {});
  const start = { line: 0, column: 0 };
  await services.editor.edit('tide.ts', [{ range: { start, end: start }, text: 'new();\n' }]);
  select(0);
  await expect.poll(() => seen.status?.text).toBe('Not committed yet');
  await run('git-lens.copyHash');
  expect(seen.messages).toEqual(['This line is not committed yet.']);
  select(3);
  await expect.poll(() => seen.status?.text).toBe('Bo, 1 day ago · Add a last one');
  select(0);
  await services.editor.save('tide.ts');
  await expect.poll(() => seen.status?.text).toBe('Not committed yet');
  select(4); // behind the last line break
  await expect.poll(() => seen.status?.visible).toBe(false);
  await writeFile(folder.join('work/fresh.ts'), 'fresh();\n');
  await services.editor.open('fresh.ts', {});
  await expect.poll(() => seen.status).toMatchObject({ visible: true, text: 'Not committed yet' });
  await run('git-lens.showHistory');
  expect(seen.messages.at(-1)).toBe('No commit has this file yet.');
});

test('git-lens 1.0.0 asks to save first', async () => {
  const { folder } = await makeRepository();
  const { services, seen } = await openLens(folder, { version: '1.0.0' });
  await services.editor.open('tide.ts', {});
  const start = { line: 0, column: 0 };
  await services.editor.edit('tide.ts', [{ range: { start, end: start }, text: 'new();\n' }]);
  await expect.poll(() => seen.status?.text).toBe('Unsaved changes');
});

test('git-lens asks once the cursor rests, one question at a time, and drops late answers', async () => {
  const { folder } = await makeRepository();
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const texts: (string | undefined)[] = [];
  const blame: GitService['blame'] = (path, { startLine = 0 }) => {
    asked.push(startLine);
    const { promise, resolve } = Promise.withResolvers<void>();
    answers.push(resolve);
    return promise.then(() =>
      Array.from({ length: 201 }, (_, at) => ({
        line: startLine + at,
        isCommitted: true as const,
        hash: 'a'.repeat(40),
        author: path.endsWith('tide.ts') ? 'Tide' : 'Other',
        date: daysAgo(1).toISOString(),
        summary: `from ${startLine}`,
        path: 'tide.ts',
      })),
    );
  };
  await writeFile(folder.join('work/long.ts'), 'line();\n'.repeat(30_000));
  const { services, seen, select } = await openLens(folder, { own: { blame } });
  const { showStatusBarItem } = services.ui;
  services.ui.showStatusBarItem = (id, item, act) => {
    texts.push(item?.text);
    showStatusBarItem(id, item, act);
  };
  await services.editor.open('long.ts', {});
  for (const line of [500, 900, 1500]) select(line);
  await expect.poll(() => asked).toHaveLength(1);
  for (const line of [5000, 9000, 20_000]) select(line);
  await services.editor.open('tide.ts', { line: 2 });
  expect(asked).toHaveLength(1);
  answers[0]?.();
  await expect.poll(() => asked.slice(1)).toEqual([1]);
  answers[1]?.();
  await expect.poll(() => seen.status?.text).toBe('Tide, 1 day ago · from 1');
  expect(texts.filter((text) => text?.includes('Other'))).toEqual([]);
  select(0);
  select(1);
  await expect.poll(() => seen.status?.text).toBe('Tide, 1 day ago · from 1');
  expect(asked).toHaveLength(2);
});
