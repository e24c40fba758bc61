import { makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { writeSupport } from '../src/project/write-support.ts';
import type { AI, ChatMessage, FileSystem, Git, UI } from '../types/api/index.d.ts';
import { composeSamples } from './compose-samples.ts';

test('every version of every sample uses the APIs as their types say', async () => {
  const strictest = {
    allowJs: true,
    checkJs: true,
    exactOptionalPropertyTypes: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    allowUnreachableCode: false,
  };
  await using folder = await makeFolder({
    'tsconfig.json': {
      extends: './.orchestra/tsconfig.json',
      compilerOptions: strictest,
      include: ['src'],
    },
  });
  await writeSupport(folder.path, { hasSources: true });
  await composeSamples(folder.join('src'));
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const command = [process.execPath, tsc, '-p', folder.path, '--listFilesOnly'];
  const checked = await runProcess(command);
  expect(checked.stdout.match(/\/src\/.+\.js$/gm)?.length).toBeGreaterThan(80);
  const ended = await runProcess(command.slice(0, -1));
  expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
});

test.each(['1.0.0', '1.1.0', '1.1.1', '1.2.0'])(
  'commit-compass %s makes drafts of what the model answers, in the style of the history',
  async (version) => {
    const asked: string[] = [];
    const answer = 'Raise the lamp\n---\n2. Light the pier.\n---\nRaise the lamp';
    const ask = (messages: string | readonly ChatMessage[]) => {
      asked.push(...[messages].flat().map((one) => (typeof one === 'string' ? one : one.content)));
    };
    const ai: Pick<AI, 'chat' | 'chatStream'> = {
      chat: async (messages) => {
        ask(messages);
        return { content: answer, model: 'tides' };
      },
      async *chatStream(messages) {
        ask(messages);
        yield* [answer.slice(0, 20), answer.slice(20)];
      },
    };
    const reported: (string | undefined)[] = [];
    const ui: Pick<UI, 'withProgress'> = {
      withProgress: (_, task) =>
        task({
          report: ({ message }) => reported.push(message),
          signal: new AbortController().signal,
        }),
    };
    const commits = ['Merge the tide', 'Paint the hull\n\nIt was grey.', 'Mend the net'];
    const git: Pick<Git, 'diff' | 'log'> = {
      diff: async () => 'diff --git a/lamp.ts b/lamp.ts\n+++ b/lamp.ts\n+raise();\n',
      log: async ({ maxCount = 0 } = {}) =>
        commits.slice(0, maxCount).map((message) => ({ hash: '', author: '', date: '', message })),
    };
    await using sample = await openSample('commit-compass', {
      version,
      api: { ai, ui, workspace: { git }, settings: {}, commands: {} },
    });

    const { readStaged }: Compass = await import(`${sample.dist}read-staged.js`);
    const staged = await readStaged();
    expect(staged).toMatchObject({ files: ['lamp.ts'] });
    const { draftMessages }: Compass = await import(`${sample.dist}draft-messages.js`);
    const style = version === '1.0.0' ? [] : await readStyleOf(sample.dist);
    const drafts = await draftMessages(staged, { style, conventional: 'always' });
    expect(drafts).toEqual(['Raise the lamp', 'Light the pier']);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('+raise();');
    expect(asked[1]?.includes('Paint the hull\nMend the net')).toBe(version !== '1.0.0');
    expect(reported).toEqual(version === '1.2.0' ? ['Raise the lamp'] : []);
  },
);

test.each(['1.0.0', '1.1.0', '1.2.0'])(
  'line-ledger %s counts the files of a folder',
  async (version) => {
    await using folder = await makeFolder({
      'harbour.md': '# Harbour\n\nTODO: name the tides\n',
      'src/lamp.ts': 'raise();\n',
      'lamp.png': new Uint8Array(4),
    });
    const fs: Pick<FileSystem, 'readDir'> & { readFile(path: string): Promise<string> } = {
      readDir: async (path) =>
        (await readdir(path, { withFileTypes: true })).map((entry) => ({
          name: entry.name,
          path: join(path, entry.name),
          type: entry.isDirectory() ? 'directory' : 'file',
        })),
      readFile: (path) => readFile(path, 'utf8'),
    };
    await using sample = await openSample('line-ledger', { version, api: { fs } });
    const { countWorkspace }: Ledger = await import(`${sample.dist}count-workspace.js`);
    const ledger = await countWorkspace(folder.path, { exclude: [], noteWords: ['TODO'] });
    expect(ledger).toMatchObject({
      total: { files: 2, lines: 4, blank: 1, words: 6 },
      rows: [{ language: 'Markdown' }, { language: 'TypeScript' }],
      ...(version === '1.0.0'
        ? {}
        : { notes: [{ line: 3, word: 'TODO', text: 'name the tides' }] }),
    });
  },
);

test.each(['1.0.0', '1.1.0', '1.1.1'])(
  'git-lens %s says that an app is too old, where it knows of no lines and no cursor',
  async (version) => {
    const status = { text: '', tooltip: '', command: '', show: vi.fn(), hide: vi.fn() };
    const commands = new Map<string, () => Promise<void>>();
    const document = { path: '/work/a.ts', isDirty: false, getText: () => 'a' };
    const told: string[] = [];
    const event = () => ({ dispose: () => {} });
    const api = {
      commands: {
        register: (id: string, run: () => Promise<void>) => void commands.set(id, run),
      },
      editor: {
        active: { document, selection: { end: { line: 0, column: 0 } } },
        onDidChangeDocument: event,
      },
      settings: { get: (_: string, fallback: unknown) => fallback, onDidChange: event },
      ui: {
        createStatusBarItem: () => status,
        createWebviewPanel: vi.fn(),
        showQuickPick: vi.fn(),
        showNotification: async (message: string) => void told.push(message),
      },
      workspace: { git: { log: async () => [] } },
      clipboard: {},
    };
    await using sample = await openSample('git-lens', { version, api });
    const { activate }: Lens = await import(`${sample.dist}main.js`);
    const subscriptions: { dispose(): void }[] = [];
    activate({ subscriptions });
    await expect.poll(() => status.text).toBe('Git Lens needs a newer Orchestra');
    for (const run of commands.values()) await run();
    expect(new Set(told)).toEqual(new Set([status.tooltip]));
    expect(told).toHaveLength(version === '1.0.0' ? 2 : 3);
  },
);

/** What the modules of commit-compass export that is tested here. */
interface Compass {
  readStaged(): Promise<object>;
  readStyle(): Promise<string[]>;
  draftMessages(
    staged: object,
    rules: { style: string[]; conventional: string },
  ): Promise<string[]>;
}

/** The same of git-lens. */
interface Lens {
  activate(context: { subscriptions: { dispose(): void }[] }): void;
}

/** The same of line-ledger. */
interface Ledger {
  countWorkspace(root: string, rules: { exclude: string[]; noteWords: string[] }): Promise<object>;
}

async function readStyleOf(dist: string): Promise<string[]> {
  const { readStyle }: Compass = await import(`${dist}read-style.js`);
  return readStyle();
}

/** One version of a sample where `@orchestra/api` is what the test says. @returns `dist` as a URL */
async function openSample(
  name: string,
  { version, api }: { version: string; api: object },
): Promise<TemporaryFolder & { dist: string }> {
  const folder = await makeFolder({
    'node_modules/@orchestra/api/package.json': { type: 'module', exports: './index.js' },
    'node_modules/@orchestra/api/index.js': `export const { ${Object.keys(api).join(', ')} } = globalThis.orchestra;\n`,
  });
  vi.stubGlobal('orchestra', api);
  await composeSamples(folder.path);
  return { ...folder, dist: pathToFileURL(folder.join(name, version, 'dist/')).href };
}
