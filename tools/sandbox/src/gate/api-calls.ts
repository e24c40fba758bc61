import { Type } from 'typebox';
import { type GatedCall, defineCall, defineStream } from './api-call.ts';
import { commandStart } from './find-permissions.ts';
import { nodeFileCalls } from './node-files.ts';
import { nodeProgramCalls } from './node-programs.ts';
import { nodeServerCalls } from './node-servers.ts';
import { contentBytes } from './content-bytes.ts';
import { networkCalls } from './network-calls.ts';
import { promptCalls } from './prompt-calls.ts';
import { raycastCalls } from './raycast-calls.ts';
import { edits, path } from './schemas.ts';
import { makeCommandCall, vscodeCalls } from './vscode-calls.ts';

const text = Type.String();
const flag = (name: string) => Type.Object({ [name]: Type.Optional(Type.Boolean()) });
const strings = Type.Array(text);
const integer = Type.Integer();

const chatMessages = Type.Array(
  Type.Object({ role: Type.Enum(['system', 'user', 'assistant']), content: text }),
);
const chatOptions = Type.Object({
  model: Type.Optional(text),
  temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  maxTokens: Type.Optional(Type.Integer({ minimum: 1 })),
});
const files: Record<string, GatedCall> = {
  'fs.readFile': defineCall(
    'fs.readFile',
    { args: [path, Type.Enum(['utf8', 'binary'])], defaults: [undefined, 'utf8'] },
    async ([file, encoding], { services }) => {
      const bytes = await services.fs.readFile(file);
      return encoding === 'binary' ? bytes : new TextDecoder().decode(bytes);
    },
  ),
  'fs.readDir': defineCall('fs.readDir', { args: [path] }, ([folder], { services }) =>
    services.fs.readDir(folder),
  ),
  'fs.exists': defineCall('fs.exists', { args: [path] }, ([file], { services }) =>
    services.fs.exists(file),
  ),
  'fs.writeFile': defineCall(
    'fs.writeFile',
    { args: [path, Type.Unknown()] },
    ([file, content], { services }) => services.fs.writeFile(file, contentBytes(content)),
  ),
  'fs.copy': defineCall(
    'fs.copy',
    { args: [path, path, flag('overwrite')], defaults: [undefined, undefined, {}] },
    ([from, to, options], { services }) =>
      services.fs.copy(from, to, { overwrite: options['overwrite'] === true }),
  ),
  'fs.move': defineCall(
    'fs.move',
    { args: [path, path, flag('overwrite')], defaults: [undefined, undefined, {}] },
    ([from, to, options], { services }) =>
      services.fs.move(from, to, { overwrite: options['overwrite'] === true }),
  ),
  'fs.delete': defineCall(
    'fs.delete',
    { args: [path, flag('recursive')], defaults: [undefined, {}] },
    ([file, options], { services }) =>
      services.fs.delete(file, { recursive: options['recursive'] === true }),
  ),
};

const searchOptions = Type.Object({
  include: Type.Optional(text),
  exclude: Type.Optional(text),
  regex: Type.Optional(Type.Boolean()),
  caseSensitive: Type.Optional(Type.Boolean()),
  maxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
});
const diffOptions = Type.Object({
  staged: Type.Optional(Type.Boolean()),
  path: Type.Optional(path),
});
const logOptions = Type.Object({
  maxCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  path: Type.Optional(path),
});
const blameOptions = Type.Object({
  startLine: Type.Optional(Type.Integer({ minimum: 1 })),
  endLine: Type.Optional(Type.Integer({ minimum: 1 })),
  content: Type.Optional(text),
});
const hash = Type.String({ pattern: '^[0-9a-f]{7,64}$' });

const workspace: Record<string, GatedCall> = {
  'workspace.search': defineCall(
    'workspace.search',
    { args: [text, searchOptions], defaults: [undefined, {}] },
    ([query, options], { services, signal }) => services.workspace.search(query, options, signal),
  ),
  'workspace.git.status': defineCall('workspace.git.status', { args: [] }, (_, { services }) =>
    services.workspace.git.status(),
  ),
  'workspace.git.diff': defineCall(
    'workspace.git.diff',
    { args: [diffOptions], defaults: [{}] },
    ([options], { services }) => services.workspace.git.diff(options),
  ),
  'workspace.git.log': defineCall(
    'workspace.git.log',
    { args: [logOptions], defaults: [{}] },
    ([options], { services }) => services.workspace.git.log(options),
  ),
  'workspace.git.blame': defineCall(
    'workspace.git.blame',
    { args: [path, blameOptions], defaults: [undefined, {}] },
    ([file, options], { services }) => services.workspace.git.blame(file, options),
  ),
  'workspace.git.show': defineCall(
    'workspace.git.show',
    { args: [hash, Type.Object({ path: Type.Optional(path) })], defaults: [undefined, {}] },
    ([commit, options], { services }) => services.workspace.git.show(commit, options),
  ),
  'workspace.git.branches': defineCall('workspace.git.branches', { args: [] }, (_, { services }) =>
    services.workspace.git.branches(),
  ),
  'workspace.git.currentBranch': defineCall(
    'workspace.git.currentBranch',
    { args: [] },
    (_, { services }) => services.workspace.git.currentBranch(),
  ),
  'workspace.git.add': defineCall(
    'workspace.git.add',
    { args: [Type.Array(path)] },
    ([paths], { services }) => services.workspace.git.add(paths),
  ),
  'workspace.git.commit': defineCall(
    'workspace.git.commit',
    { args: [Type.String({ minLength: 1 })] },
    ([message], { services }) => services.workspace.git.commit(message),
  ),
  'workspace.git.checkout': defineCall(
    'workspace.git.checkout',
    { args: [Type.String({ minLength: 1 }), flag('create')], defaults: [undefined, {}] },
    ([branch, options], { services }) =>
      services.workspace.git.checkout(branch, { create: options['create'] === true }),
  ),
};

const outside: Record<string, GatedCall> = {
  'ai.chat': defineCall(
    'ai.chat',
    { args: [chatMessages, chatOptions], defaults: [undefined, {}] },
    ([messages, options], { services, signal }) => services.ai.chat(messages, options, signal),
  ),
  'ai.chatStream': defineStream(
    'ai.chatStream',
    { args: [chatMessages, chatOptions], defaults: [undefined, {}] },
    async ([messages, options], { services, signal }) => ({
      head: null,
      parts: services.ai.chatStream(messages, options, signal),
    }),
  ),
  'ai.embed': defineCall(
    'ai.embed',
    { args: [strings, Type.Object({ model: Type.Optional(text) })], defaults: [undefined, {}] },
    ([texts, options], { services }) => services.ai.embed(texts, options),
  ),
  'clipboard.readText': defineCall('clipboard.readText', { args: [] }, (_, { services }) =>
    services.clipboard.readText(),
  ),
  'clipboard.writeText': defineCall(
    'clipboard.writeText',
    { args: [text] },
    ([content], { services }) => services.clipboard.writeText(content),
  ),
  'system.exec': defineCall(
    'system.exec',
    {
      args: [
        Type.String({ minLength: 1 }),
        strings,
        Type.Object({
          cwd: Type.Optional(path),
          env: Type.Optional(Type.Record(text, text)),
          input: Type.Optional(text),
          timeout: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
      ],
      defaults: [undefined, [], {}],
    },
    ([command, args, options], { services, signal }) =>
      services.system.exec(command, args, options, signal),
  ),
  'terminal.sendText': defineCall(
    'terminal.sendText',
    { args: [integer, text, flag('execute')], defaults: [undefined, undefined, {}] },
    ([id, typed, options], { callRegistered }) =>
      callRegistered(id, 'sendText', typed, { execute: options['execute'] !== false }),
  ),
  'terminal.show': defineCall('terminal.show', { args: [integer] }, ([id], { callRegistered }) =>
    callRegistered(id, 'show'),
  ),
  // read without asking the host, which is told of it all the same
  'terminal.active': defineCall('terminal.active', { args: [] }, () => undefined),
  'terminal.all': defineCall('terminal.all', { args: [] }, () => undefined),
};

const own: Record<string, GatedCall> = {
  'commands.execute': defineCall(
    'commands.execute',
    { args: [text, Type.Array(Type.Unknown())], defaults: [undefined, []] },
    ([id, args], { services }) => services.commands.execute(id, args),
  ),
  'commands.getAll': defineCall('commands.getAll', { args: [] }, async (_, context) => [
    ...(await context.services.commands.getAll()),
    ...context.ownCommands(),
  ]),
  'editor.open': defineCall(
    'editor.open',
    {
      args: [
        path,
        Type.Object({
          line: Type.Optional(Type.Integer({ minimum: 1 })),
          column: Type.Optional(Type.Integer({ minimum: 1 })),
        }),
      ],
      defaults: [undefined, {}],
    },
    ([file, at], { services }) => services.editor.open(file, at),
  ),
  'editor.edit': defineCall(
    'TextEditor.edit',
    { args: [path, edits] },
    ([file, changes], { services }) => services.editor.edit(file, changes),
  ),
  'editor.save': defineCall('TextDocument.save', { args: [path] }, ([file], { services }) =>
    services.editor.save(file),
  ),
  'settings.set': defineCall(
    'settings.set',
    {
      args: [text, Type.Unknown(), Type.Enum(['user', 'workspace'])],
      defaults: [undefined, undefined, 'user'],
    },
    ([key, value, scope], { services }) => services.settings.set(key, value, scope),
  ),
  'storage.get': defineCall('storage.get', { args: [text] }, ([key], { services }) =>
    services.storage.get(key),
  ),
  'storage.set': defineCall('storage.set', { args: [text, text] }, ([key, json], { services }) =>
    services.storage.set(key, json),
  ),
  'storage.delete': defineCall('storage.delete', { args: [text] }, ([key], { services }) =>
    services.storage.delete(key),
  ),
  'storage.keys': defineCall('storage.keys', { args: [] }, (_, { services }) =>
    services.storage.keys(),
  ),
  'secrets.get': defineCall('context.secrets', { args: [text] }, ([key], { services }) =>
    services.secrets.get(key),
  ),
  'secrets.set': defineCall(
    'context.secrets',
    { args: [text, text] },
    ([key, value], { services }) => services.secrets.set(key, value),
  ),
  'secrets.delete': defineCall('context.secrets', { args: [text] }, ([key], { services }) =>
    services.secrets.delete(key),
  ),
};

/** Every call that an extension may make, by the name that it is sent with. There are no others. */
export const apiCalls: ReadonlyMap<string, GatedCall> = new Map(
  Object.entries({
    ...files,
    ...workspace,
    ...outside,
    ...own,
    ...networkCalls,
    ...promptCalls,
    ...raycastCalls,
    ...nodeFileCalls,
    ...nodeProgramCalls,
    ...nodeServerCalls,
    ...vscodeCalls,
  }),
);

/** A call by the name that it is sent with; those of commands of VS Code have the command in theirs. */
export function findCall(name: string): GatedCall | undefined {
  return name.startsWith(commandStart) ? makeCommandCall(name) : apiCalls.get(name);
}
