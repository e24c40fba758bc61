import { Type } from 'typebox';
import type { HostServices } from '../services/services.ts';
import { type GatedCall, defineCall } from './api-call.ts';
import { commandStart } from './find-permissions.ts';
import { promptCalls } from './prompt-calls.ts';
import { edits, path } from './schemas.ts';

/*
 * What extensions for VS Code call. Each is judged by the member of `vscode` that it is named after, or that is named
 * here where several calls stand behind one.
 */

const text = Type.String();
const of = (member: string) => `vscode:${member}`;

/** The same call under the name of a member of `vscode`. */
function like(own: string, ...members: readonly string[]): [string, GatedCall][] {
  const call = promptCalls[own];
  if (call === undefined) throw new Error(`There is no call ${own}.`);
  return members.map((member) => [of(member), { ...call, api: of(member) }]);
}

const shown: readonly [string, GatedCall][] = [
  ...like(
    'ui.showNotification',
    'window.showInformationMessage',
    'window.showWarningMessage',
    'window.showErrorMessage',
  ),
  ...like('ui.showQuickPick', 'window.showQuickPick', 'window.createQuickPick'),
  ...like('ui.showInputBox', 'window.showInputBox', 'window.createInputBox'),
  ...like('ui.showInputBox', 'window.showOpenDialog', 'window.showSaveDialog'),
  [
    of('OutputChannel.append'),
    defineCall(of('OutputChannel'), { args: [Type.Integer(), text] }, ([id, part], context) =>
      context.callRegistered(id, 'print', part),
    ),
  ],
  [
    of('Webview.postMessage'),
    defineCall(
      of('Webview'),
      { args: [Type.Integer(), Type.Unknown()] },
      async ([id, message], { callRegistered }) =>
        (await callRegistered(id, 'postMessage', message)) === true,
    ),
  ],
];

const overwrite = Type.Boolean();

const files: readonly [string, GatedCall][] = [
  defineCall(of('workspace.fs.readFile'), { args: [path] }, ([file], { services }) =>
    services.fs.readFile(file),
  ),
  defineCall(
    of('workspace.fs.writeFile'),
    { args: [path, Type.Unknown()] },
    ([file, content], { services }) => services.fs.writeFile(file, toBytes(content)),
  ),
  defineCall(of('workspace.fs.stat'), { args: [path] }, async ([file], { services }) => {
    const facts = await services.fs.stat(file, { follow: true });
    const { size, mtimeMs, birthtimeMs } = facts;
    const type = facts.kind === 'directory' ? 2 : facts.kind === 'file' ? 1 : 0;
    return { type, size, mtime: Math.round(mtimeMs), ctime: Math.round(birthtimeMs) };
  }),
  defineCall(of('workspace.fs.readDirectory'), { args: [path] }, ([folder], { services }) =>
    services.fs.readDir(folder),
  ),
  defineCall(
    of('workspace.fs.createDirectory'),
    { args: [path] },
    async ([folder], { services }) => {
      await services.fs.makeFolder(folder, { recursive: true });
    },
  ),
  defineCall(
    of('workspace.fs.delete'),
    { args: [path, Type.Boolean()] },
    ([file, recursive], { services }) => services.fs.delete(file, { recursive }),
  ),
  defineCall(
    of('workspace.fs.rename'),
    { args: [path, path, overwrite] },
    ([from, to, overwrites], { services }) => services.fs.move(from, to, { overwrite: overwrites }),
  ),
  defineCall(
    of('workspace.fs.copy'),
    { args: [path, path, overwrite] },
    ([from, to, overwrites], { services }) => services.fs.copy(from, to, { overwrite: overwrites }),
  ),
  defineCall(
    of('workspace.findFiles'),
    {
      args: [
        Type.Object({
          include: text,
          exclude: Type.Optional(text),
          maxResults: Type.Integer({ minimum: 0, maximum: 100_000 }),
        }),
      ],
    },
    ([options], { services }) => services.workspace.findFiles(options),
  ),
  defineCall(of('workspace.openTextDocument'), { args: [path] }, async ([file], { services }) => ({
    text: new TextDecoder().decode(await services.fs.readFile(file)),
    languageId: services.editor.languageOf(file),
    isDirty: false,
  })),
  defineCall(
    of('window.showTextDocument'),
    {
      args: [
        path,
        Type.Object({
          line: Type.Optional(Type.Integer({ minimum: 1 })),
          column: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
      ],
    },
    ([file, at], { services }) => services.editor.open(file, at),
  ),
].map((call) => [call.api, call]);

const step = Type.Union([
  Type.Object({
    do: Type.Literal('create'),
    path,
    overwrite,
    ignore: Type.Boolean(),
    text: Type.Optional(text),
  }),
  Type.Object({
    do: Type.Literal('delete'),
    path,
    recursive: Type.Boolean(),
    ignore: Type.Boolean(),
  }),
  Type.Object({ do: Type.Literal('rename'), path, to: path, overwrite }),
]);

const changes: readonly [string, GatedCall][] = [
  ...['TextEditor.edit', 'TextEditor.insertSnippet'].map((member): [string, GatedCall] => [
    of(member),
    defineCall(of(member), { args: [path, edits] }, ([file, given], { services }) =>
      services.editor.edit(file, given),
    ),
  ]),
  [
    of('TextDocument.save'),
    defineCall(of('TextDocument.save'), { args: [path] }, ([file], { services }) =>
      services.editor.save(file),
    ),
  ],
  [
    of('workspace.applyEdit'),
    defineCall(
      of('workspace.applyEdit'),
      { args: [Type.Array(step), Type.Array(Type.Object({ path, edits }))] },
      async ([steps, texts], { services }) => {
        for (const one of steps) await changeFile(one, services);
        for (const { path: file, edits: given } of texts) {
          if (!(await changeText(file, given, services))) return false;
        }
        return true;
      },
    ),
  ],
  [
    of('WorkspaceConfiguration.update'),
    defineCall(
      of('WorkspaceConfiguration'),
      { args: [text, Type.Unknown(), Type.Enum(['user', 'workspace'])] },
      ([key, value, scope], { services }) => services.settings.set(key, value, scope),
    ),
  ],
];

type Step = Type.Static<typeof step>;
type Edits = Type.Static<typeof edits>;

async function changeFile(one: Step, { fs }: HostServices): Promise<void> {
  if (one.do === 'rename') {
    await fs.move(one.path, one.to, { overwrite: one.overwrite });
    return;
  }
  const isThere = await fs.exists(one.path);
  if (one.do === 'delete') {
    if (isThere || !one.ignore) await fs.delete(one.path, { recursive: one.recursive });
    return;
  }
  if (isThere && !one.overwrite) {
    if (one.ignore) return;
    throw Object.assign(new Error(`${one.path} is there already.`), { code: 'exists' });
  }
  await fs.writeFile(one.path, new TextEncoder().encode(one.text ?? ''));
}

/** Changes a text where it is open, or else its file. */
async function changeText(file: string, given: Edits, { editor }: HostServices): Promise<boolean> {
  if (await editor.edit(file, given)) return true;
  const before = editor.active();
  await editor.open(file, {});
  const isChanged = (await editor.edit(file, given)) && (await editor.save(file));
  if (before !== null) await editor.open(before.document.path, {});
  return isChanged;
}

const outside: readonly [string, GatedCall][] = [
  [
    of('env.clipboard.readText'),
    defineCall(of('env.clipboard'), { args: [] }, (_, { services }) =>
      services.clipboard.readText(),
    ),
  ],
  [
    of('env.clipboard.writeText'),
    defineCall(of('env.clipboard'), { args: [text] }, ([content], { services }) =>
      services.clipboard.writeText(content),
    ),
  ],
  [
    of('env.openExternal'),
    defineCall(
      of('env.openExternal'),
      { args: [Type.String({ pattern: '^[A-Za-z][A-Za-z0-9+.-]*:', maxLength: 100_000 })] },
      ([address], { services }) => services.vscode.openExternal(address),
    ),
  ],
];

/** Keys of values among those that the storage keeps. */
const stateKey = (which: string, name: string) => `${which}State.${name}`;

const state: readonly [string, GatedCall][] = ['global', 'workspace'].flatMap(
  (which): [string, GatedCall][] => [
    [
      `context:${which}State.load`,
      defineCall(`context:${which}State`, { args: [] }, async (_, { services: { storage } }) => {
        const start = stateKey(which, '');
        const names = (await storage.keys()).filter((name) => name.startsWith(start));
        const values = names.map(async (name) => [
          name.slice(start.length),
          JSON.stringify(await storage.get(name)),
        ]);
        return Object.fromEntries(await Promise.all(values));
      }),
    ],
    [
      `context:${which}State.update`,
      defineCall(
        `context:${which}State`,
        { args: [Type.String({ maxLength: 1000 }), Type.Union([text, Type.Null()])] },
        ([name, json], { services: { storage } }) =>
          json === null
            ? storage.delete(stateKey(which, name))
            : storage.set(stateKey(which, name), json),
      ),
    ],
  ],
);

/** Calls of `vscode`, by the name that they are sent with. */
export const vscodeCalls: Readonly<Record<string, GatedCall>> = Object.fromEntries([
  ...shown,
  ...files,
  ...changes,
  ...outside,
  ...state,
]);

/** The call of a command of the app, by the name that it is sent with: `command:git.commit`. */
export function makeCommandCall(name: string): GatedCall {
  const id = name.slice(commandStart.length);
  return defineCall(name, { args: [] }, (_, { services }) => services.commands.execute(id, []));
}

function toBytes(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  throw Object.assign(new TypeError('The content of a file must be a Uint8Array.'), {
    code: 'invalid-argument',
  });
}
