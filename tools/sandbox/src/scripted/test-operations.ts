import { setImmediate } from 'node:timers/promises';
import { Type } from 'typebox';
import type { CallRecord } from '../host/call-record.ts';
import { decodeValue } from '../protocol/wire-value.ts';
import type { FolderServices } from '../services/folder-services.ts';
import { ServiceError } from '../services/service-error.ts';
import { defineOperation, type TestOperation, type OperationContext } from './test-operation.ts';
import { raycastOperations } from './raycast/raycast-operations.ts';

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

/** Members by which extensions show messages. */
const notifications = new Set([
  'ui.showNotification',
  'window.showInformationMessage',
  'window.showWarningMessage',
  'window.showErrorMessage',
]);

const operations: Readonly<Record<string, TestOperation>> = {
  ...raycastOperations,
  writeFiles: defineOperation([values], ([files], { world }) => world.write(toContents(files))),
  commit: defineOperation([Type.Array(commit)], ([commits], { world, path }) =>
    world.commit(
      commits.map(({ files = {}, ...rest }) => ({ ...rest, files: toFiles(files) })),
      path,
    ),
  ),
  readFile: defineOperation([text], ([path], { world }) => world.read(path)),
  listFiles: defineOperation([], (_, { world }) => world.list()),

  setSettings: defineOperation([values], async ([settings], { services }) => {
    for (const [key, value] of Object.entries(settings)) {
      await services.settings.set(key, value, 'user');
    }
  }),
  setSecrets: defineOperation([Type.Record(text, text)], async ([secrets], { services }) => {
    for (const [key, value] of Object.entries(secrets)) await services.secrets.set(key, value);
  }),
  setStorage: defineOperation([values], async ([stored], { services }) => {
    for (const [key, value] of Object.entries(stored)) {
      await services.storage.set(key, JSON.stringify(value));
    }
  }),

  openEditor: defineOperation(
    [
      text,
      Type.Object({
        line: Type.Optional(Type.Integer({ minimum: 1 })),
        column: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
    ],
    async ([path, at], { services }) => void (await services.editor.open(path, at)),
  ),
  select: defineOperation([range], ([selection], { services }) =>
    services.editor.select(selection),
  ),
  type: defineOperation([text], async ([typed], { services }) => {
    const { document, selection } = requireEditor(services);
    await services.editor.edit(document.path, [{ range: selection, text: typed }]);
  }),
  closeEditor: defineOperation([], (_, { services }) =>
    services.editor.close(requireEditor(services).document.path),
  ),

  readClipboard: defineOperation([], (_, { services }) => services.clipboard.readText()),
  writeClipboard: defineOperation([text], ([content], { services }) =>
    services.clipboard.writeText(content),
  ),

  listCalls: defineOperation([Type.Optional(text)], ([api], { calls }) =>
    calls.filter((call) => api === undefined || call.api === api).map(showCall),
  ),
  listNotifications: defineOperation([], (_, { calls }) =>
    calls
      .filter(({ api, isAllowed }) => notifications.has(api) && isAllowed)
      .map((call) => showCall(call).args[0]),
  ),
  listRejectedInputs: defineOperation([], (_, { seen }) => seen.rejected),
  listStatusBar: defineOperation([], (_, { seen }) => seen.statusBar),
  click: defineOperation([text], ([what], { seen }) => seen.click(what)),
  listProgress: defineOperation([], (_, { seen }) => seen.progress),
  cancelProgress: defineOperation([text], ([title], { seen }) => seen.cancelProgress(title)),
  listWebviews: defineOperation([], (_, { seen }) => seen.webviews),
  sendFromWebview: defineOperation([text, Type.Unknown()], ([id, message], { seen }) =>
    seen.actOnWebview(id, 'message', message),
  ),
  closeWebview: defineOperation([text], ([id], { seen }) => seen.actOnWebview(id, 'closed')),
  listProblems: defineOperation([], (_, { vscode, services }) =>
    vscode.problems(services.workspace.rootPath ?? ''),
  ),
  listOutput: defineOperation([], (_, { vscode }) => ({ ...vscode.output })),
  listOpened: defineOperation([], async (_, { vscode, raycast }) => {
    await raycast?.rest();
    return [...vscode.opened, ...(raycast?.seen.opened ?? [])];
  }),
  readTree: defineOperation([text], ([view], { vscode }) => vscode.tree(view)),
  chooseLine: defineOperation([text, text], ([view, label], { vscode }) =>
    vscode.chooseLine(view, label),
  ),
  askLanguage: defineOperation([text, text], ([word, given], { vscode, services }) =>
    vscode.ask(word, requireEditor(services), given),
  ),
  listTerminals: defineOperation([], (_, { seen }) => seen.terminals),
  closeTerminal: defineOperation(
    [text, Type.Optional(Type.Integer())],
    ([name, exitCode], { seen }) => seen.closeTerminal(name, exitCode),
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
