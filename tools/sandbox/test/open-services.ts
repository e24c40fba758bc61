import { chmod } from 'node:fs/promises';
import { type FolderContents, makeFolder, runProcess } from '@orchestra/testkit';
import { afterEach, beforeEach, expect } from 'vitest';
import { type FolderServicesOptions, makeFolderServices } from '../src/services/folder-services.ts';
import type { ServiceEvents, UiService } from '../src/services/services.ts';
import type { ProgramQuestion } from '../src/services/system/system-service.ts';

const ui: UiService = {
  showNotification: () => Promise.resolve(undefined),
  showQuickPick: () => Promise.resolve(undefined),
  showInputBox: () => Promise.resolve(undefined),
  showStatusBarItem: () => {},
  showWebview: () => {},
  postToWebview: () => false,
  showProgress: () => {},
};

const gitSettings = `[user]
  name = Ada
  email = ada@tide.example
[init]
  defaultBranch = main
[commit]
  gpgsign = false
`;

/**
 * The services of a small workspace, what they told, and what a person was asked and answers.
 *
 * @param options.dataFolder beside or below `work`
 * @param options.files further ones, such as `extension/server.js`
 */
export async function openServices({
  dataFolder = 'data',
  files = {},
  servers,
  contributes = {
    configuration: { properties: { 'tide.on': { type: 'boolean', default: true } } },
  },
  onEditorChanged,
  onDocumentChanged,
  allowLocalNetwork = false,
}: {
  allowLocalNetwork?: boolean;
  dataFolder?: string;
  files?: FolderContents;
  contributes?: unknown;
} & Pick<FolderServicesOptions, 'servers'> &
  Partial<Pick<ServiceEvents, 'onEditorChanged' | 'onDocumentChanged'>> = {}) {
  const top = await makeFolder({
    'extension/package.json': '{}',
    'work/a.txt': 'The tide\r\nis high, Tide.\n',
    'work/sub/b.ts': 'const tide = 1;\n',
    'work/node_modules/x/tide.js': 'tide',
    'outside/secret.txt': 'tide',
    'home/.gitconfig': gitSettings,
    ...files,
  });
  // whoever runs this: a server may be nobody's
  const shown = servers === undefined ? [] : ['', 'extension', 'work'];
  for (const path of shown) await chmod(top.join(path), 0o755);
  const told = { events: [] as unknown[][], asked: [] as ProgramQuestion[], printed: '' };
  const person = { allows: true };
  const { events } = told;
  const services = await makeFolderServices({
    extensionFolder: top.join('extension'),
    workspace: top.join('work'),
    dataFolder: top.join(dataFolder),
    contributes,
    env: { PATH: process.env['PATH'], HOME: top.join('home'), SHELL: '/bin/sh', SECRET_TOKEN: 'x' },
    network: { allowLocalNetwork },
    ...(servers !== undefined && { servers }),
    ai: { kind: 'none' },
    ui,
    commands: { execute: () => Promise.resolve(null), getAll: () => Promise.resolve([]) },
    askProgram: (question) => (told.asked.push(question), Promise.resolve(person.allows)),
    onTerminalOutput: (_of, text) => void (told.printed += text),
    events: {
      onSettingsChanged: (keys) => void events.push(['settings', ...keys]),
      onSecretChanged: (key) => void events.push(['secret', key]),
      onEditorChanged: () => {
        events.push(['editor']);
        onEditorChanged?.();
      },
      onDocumentChanged: (path) => {
        events.push(['document', path]);
        onDocumentChanged?.(path);
      },
    },
  });
  return {
    top,
    services,
    told,
    person,
    /** Runs git in the workspace, as the person. */
    git: async (...args: string[]) => {
      const env = { HOME: top.join('home') };
      const ended = await runProcess(['git', '-C', top.join('work'), ...args], { env });
      expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
      return ended.stdout;
    },
    [Symbol.asyncDispose]: async () => {
      await services.close();
      await top[Symbol.asyncDispose]();
    },
  };
}

/** Opens services before each test of a file, and closes them after it: the members are those of that test. */
export function openServicesForEach(): Awaited<ReturnType<typeof openServices>> {
  const opened = {} as Awaited<ReturnType<typeof openServices>>; // filled before each test
  beforeEach(async () => Object.assign(opened, await openServices()));
  afterEach(() => opened[Symbol.asyncDispose]());
  return opened;
}

/** A signal that is never aborted. */
export const never = new AbortController().signal;

/** An error with a code, and a part of its message. */
export function coded(code: string, part = ''): unknown {
  return expect.objectContaining({ code, message: expect.stringContaining(part) });
}
