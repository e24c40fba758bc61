import { setImmediate } from 'node:timers/promises';
import { type Static, type TSchema, Type } from 'typebox';
import type { CallRecord } from '../host/call-record.ts';
import { argumentParser } from '../protocol/parse-arguments.ts';
import { decodeValue } from '../protocol/wire-value.ts';
import type { FolderServices } from '../services/folder-services.ts';
import { ServiceError } from '../services/service-error.ts';
import type { SeenInterface } from './seen-interface.ts';
import type { SeenVscode } from './seen-vscode.ts';
import type { TestWorld } from './test-world.ts';

/** What the operations of a test work on. */
export interface OperationContext {
  world: TestWorld;
  services: FolderServices;
  seen: SeenInterface;
  vscode: SeenVscode;
  /** What the extension called, in order. */
  calls: readonly CallRecord[];
  path: string | undefined;
}

interface Operation {
  run(args: unknown[], context: OperationContext): unknown;
}

const text = Type.String();
const values = Type.Record(text, Type.Unknown());
const position = Type.Object({ line: Type.Integer(), column: Type.Integer() });
const range = Type.Object({ start: position, end: position });
const commit = Type.Object({
  message: text,
  files: Type.Optional(values),
  author: Type.Optional(text),
  date: Type.Optional(text),
});

function define<S extends TSchema[]>(
  args: readonly [...S],
  run: (args: { [K in keyof S]: Static<S[K]> }, context: OperationContext) => unknown,
): Operation {
  const parse = argumentParser(args);
  return {
    run: (given, context) => {
      const parsed = parse(given);
      if (parsed.ok) return run(parsed.value as { [K in keyof S]: Static<S[K]> }, context);
      const [first] = parsed.errors;
      throw new ServiceError(
        'invalid-argument',
        `${first?.path ?? '/'} ${first?.message ?? 'is wrong'}; it is ${first?.found ?? '?'}`,
      );
    },
  };
}

/** Members by which extensions show messages. */
const notifications = new Set([
  'ui.showNotification',
  'window.showInformationMessage',
  'window.showWarningMessage',
  'window.showErrorMessage',
]);

const operations: Readonly<Record<string, Operation>> = {
  writeFiles: define([values], ([files], { world }) => world.write(toContents(files))),
  commit: define([Type.Array(commit)], ([commits], { world, path }) =>
    world.commit(
      commits.map(({ files = {}, ...rest }) => ({ ...rest, files: toFiles(files) })),
      path,
    ),
  ),
  readFile: define([text], ([path], { world }) => world.read(path)),
  listFiles: define([], (_, { world }) => world.list()),

  setSettings: define([values], async ([settings], { services }) => {
    for (const [key, value] of Object.entries(settings)) {
      await services.settings.set(key, value, 'user');
    }
  }),
  setSecrets: define([Type.Record(text, text)], async ([secrets], { services }) => {
    for (const [key, value] of Object.entries(secrets)) await services.secrets.set(key, value);
  }),
  setStorage: define([values], async ([stored], { services }) => {
    for (const [key, value] of Object.entries(stored)) {
      await services.storage.set(key, JSON.stringify(value));
    }
  }),

  openEditor: define(
    [
      text,
      Type.Object({
        line: Type.Optional(Type.Integer({ minimum: 1 })),
        column: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
    ],
    async ([path, at], { services }) => void (await services.editor.open(path, at)),
  ),
  select: define([range], ([selection], { services }) => services.editor.select(selection)),
  type: define([text], async ([typed], { services }) => {
    const { document, selection } = requireEditor(services);
    await services.editor.edit(document.path, [{ range: selection, text: typed }]);
  }),
  closeEditor: define([], (_, { services }) =>
    services.editor.close(requireEditor(services).document.path),
  ),

  readClipboard: define([], (_, { services }) => services.clipboard.readText()),
  writeClipboard: define([text], ([content], { services }) =>
    services.clipboard.writeText(content),
  ),

  listCalls: define([Type.Optional(text)], ([api], { calls }) =>
    calls.filter((call) => api === undefined || call.api === api).map(showCall),
  ),
  listNotifications: define([], (_, { calls }) =>
    calls
      .filter(({ api, isAllowed }) => notifications.has(api) && isAllowed)
      .map((call) => showCall(call).args[0]),
  ),
  listRejectedInputs: define([], (_, { seen }) => seen.rejected),
  listStatusBar: define([], (_, { seen }) => seen.statusBar),
  click: define([text], ([what], { seen }) => seen.click(what)),
  listProgress: define([], (_, { seen }) => seen.progress),
  cancelProgress: define([text], ([title], { seen }) => seen.cancelProgress(title)),
  listWebviews: define([], (_, { seen }) => seen.webviews),
  sendFromWebview: define([text, Type.Unknown()], ([id, message], { seen }) =>
    seen.actOnWebview(id, 'message', message),
  ),
  closeWebview: define([text], ([id], { seen }) => seen.actOnWebview(id, 'closed')),
  listProblems: define([], (_, { vscode, services }) =>
    vscode.problems(services.workspace.rootPath ?? ''),
  ),
  listOutput: define([], (_, { vscode }) => ({ ...vscode.output })),
  listOpened: define([], (_, { vscode }) => vscode.opened),
  readTree: define([text], ([view], { vscode }) => vscode.tree(view)),
  chooseLine: define([text, text], ([view, label], { vscode }) => vscode.chooseLine(view, label)),
  askLanguage: define([text, text], ([word, given], { vscode, services }) =>
    vscode.ask(word, requireEditor(services), given),
  ),
  listTerminals: define([], (_, { seen }) => seen.terminals),
  closeTerminal: define([text, Type.Optional(Type.Integer())], ([name, exitCode], { seen }) =>
    seen.closeTerminal(name, exitCode),
  ),
};

/** Does what the module for tests asks of its host. @throws ServiceError */
export async function operateTest(
  name: unknown,
  args: unknown[],
  context: OperationContext,
): Promise<unknown> {
  await setImmediate(); // what the extension sent before is taken first
  const known = String(name);
  const operation = Object.hasOwn(operations, known) ? operations[known] : undefined;
  if (operation !== undefined) return operation.run(args, context);
  throw new ServiceError('invalid-argument', `The host of tests can't do '${known}'`);
}

function showCall({ api, args, isAllowed, permissions, place, error }: CallRecord) {
  const decoded = decodeValue(args);
  return {
    api,
    args: Array.isArray(decoded) ? decoded : [],
    isAllowed,
    permissions,
    place: place === null ? undefined : `${place.file}:${place.line}`,
    error,
  };
}

function requireEditor({ editor }: FolderServices) {
  const active = editor.active();
  if (active !== null) return active;
  throw new ServiceError('not-found', 'Nothing is being edited: call host.editor first');
}

function toFiles(given: Record<string, unknown>): Record<string, string | Uint8Array> {
  const files = Object.entries(toContents(given));
  return Object.fromEntries(
    files.flatMap(([path, content]) => (content === null ? [] : [[path, content]])),
  );
}

/** Texts and bytes are as they are; anything else is written as JSON. */
function toContents(given: Record<string, unknown>): Record<string, string | Uint8Array | null> {
  return Object.fromEntries(
    Object.entries(given).map(([path, content]) => [
      path,
      typeof content === 'string' || content instanceof Uint8Array || content === null
        ? content
        : `${JSON.stringify(content, null, 2)}\n`,
    ]),
  );
}
