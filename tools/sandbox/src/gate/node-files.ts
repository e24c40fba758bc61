import { type TSchema, Type } from 'typebox';
import type { FileService, OpenFile, OpenFlags } from '../services/services.ts';
import { type ArgumentsOf, type CallContext, defineCall, type GatedCall } from './api-call.ts';

/*
 * What Node's `fs` asks of the host. Its functions differ in how they answer, not in what they do: a call stands
 * behind the one with a callback, the one that waits, and the one with a promise.
 */

const path = Type.String({ minLength: 1, maxLength: 4096 });
const mode = Type.Optional(Type.Integer({ minimum: 0, maximum: 0o177777 }));
const times = Type.Object({ accessedMs: Type.Number(), modifiedMs: Type.Number() });
const bytes = Type.Refine(Type.Unsafe<Uint8Array>({}), (value) => value instanceof Uint8Array);
const file = Type.Integer({ minimum: 0 });
const position = Type.Union([Type.Null(), Type.Integer({ minimum: 0 })]);
const flags = Type.Object({
  read: Type.Boolean(),
  write: Type.Boolean(),
  append: Type.Boolean(),
  create: Type.Boolean(),
  exclusive: Type.Boolean(),
  truncate: Type.Boolean(),
  mode,
});

/** The three forms of a function of `fs`. */
function define<S extends TSchema[]>(
  name: string,
  args: readonly [...S],
  run: (args: ArgumentsOf<S>, files: FileService) => unknown,
): [string, GatedCall][] {
  const names = [`fs:${name}`, `fs:${name}Sync`, `fs/promises:${name}`];
  return names.map((api) => [
    api,
    defineCall<S>(api, { args }, (given, { services }) => run(given, services.fs)),
  ]);
}

const entries = [
  ...define('readFile', [path], ([of], files) => files.readFile(of)),
  ...define('writeFile', [path, bytes, flags], write),
  ...define('appendFile', [path, bytes, flags], write),
  ...define('readdir', [path], ([of], files) => files.readDir(of)),
  ...define('stat', [path], ([of], files) => files.stat(of, { follow: true })),
  ...define('lstat', [path], ([of], files) => files.stat(of, { follow: false })),
  ...define('access', [path], ([of], files) => files.stat(of, { follow: true })),
  ...define('exists', [path], ([of], files) => files.exists(of)),
  ...define('realpath', [path], ([of], files) => files.realPath(of)),
  ...define('readlink', [path], ([of], files) => files.readLink(of)),
  ...define('opendir', [path], ([of], files) => files.readDir(of)),
  ...define('mkdir', [path, Type.Object({ recursive: Type.Boolean(), mode })], ([of, how], files) =>
    files.makeFolder(of, how),
  ),
  ...define('mkdtemp', [path], ([of], files) =>
    files.makeFolder(of, { recursive: false, mode: 0o700 }),
  ),
  ...define('unlink', [path], ([of], files) => files.remove(of, 'file')),
  ...define('rmdir', [path], ([of], files) => files.remove(of, 'folder')),
  ...define('rm', [path, Type.Object({ recursive: Type.Boolean() })], ([of, how], files) =>
    how.recursive ? files.delete(of, how) : files.remove(of, 'file'),
  ),
  ...define('rename', [path, path], ([from, to], files) => files.rename(from, to)),
  ...define(
    'copyFile',
    [path, path, Type.Object({ overwrite: Type.Boolean() })],
    ([from, to, how], files) => files.copy(from, to, how),
  ),
  ...define(
    'cp',
    [path, path, Type.Object({ overwrite: Type.Boolean() })],
    ([from, to, how], files) => files.copy(from, to, how),
  ),
  ...define('chmod', [path, Type.Integer({ minimum: 0 })], ([of, to], files) =>
    files.setMode(of, to),
  ),
  ...define('utimes', [path, times], ([of, to], files) => files.setTimes(of, to)),
  ...define('truncate', [path, Type.Integer({ minimum: 0 })], async ([of, length], files) => {
    await using opened = closing(await files.open(of, { ...readWrite, read: false }));
    await opened.file.truncate(length);
  }),
];

const readWrite: OpenFlags = {
  read: true,
  write: true,
  append: false,
  create: false,
  exclusive: false,
  truncate: false,
};

async function write([of, content, how]: [string, Uint8Array, OpenFlags], files: FileService) {
  await using opened = closing(await files.open(of, how));
  for (let at = 0; at < content.length;) {
    at += await opened.file.write(content.subarray(at), null);
  }
}

function closing(opened: OpenFile): { file: OpenFile } & AsyncDisposable {
  return { file: opened, [Symbol.asyncDispose]: () => opened.close() };
}

/** Opens a file that stays open. What it may be opened for is what its name is judged by. */
function defineOpening(api: string, mayOnly: (how: OpenFlags) => OpenFlags): GatedCall {
  return defineCall(api, { args: [path, flags] }, ([of, how], { services, opened }) =>
    opened.files.add(services.fs.open(of, mayOnly(how))),
  );
}

const toRead = (how: OpenFlags) => ({ ...how, read: true, write: false });
const toWrite = (how: OpenFlags) => ({ ...how, read: false, write: true });
const openings: [string, GatedCall][] = [
  ['fs:open.toRead', defineOpening('fs:createReadStream', toRead)],
  ['fs:open.toWrite', defineOpening('fs:createWriteStream', toWrite)],
  ['fs:open', defineOpening('fs:open', (how) => how)],
];

/** What is done with an open file. */
function defineOnOpen<S extends TSchema[]>(
  name: string,
  args: readonly [...S],
  run: (of: OpenFile, args: ArgumentsOf<S>) => unknown,
): [string, GatedCall][] {
  return [`fs:${name}`, `fs:${name}Sync`].map((api) => [
    api,
    defineCall(api, { args: [file, Type.Tuple([...args])] }, ([number, given], { opened }) =>
      run(opened.files.find(number), given as ArgumentsOf<S>),
    ),
  ]);
}

function defineClose(api: string): [string, GatedCall] {
  const run = ([number]: [number], { opened }: CallContext) => opened.files.close(number);
  return [api, defineCall(api, { args: [file] }, run)];
}

const onOpen = [
  ...defineOnOpen('read', [Type.Integer({ minimum: 0 }), position], (of, [length, at]) =>
    of.read(length, at),
  ),
  ...defineOnOpen('write', [bytes, position], (of, [content, at]) => of.write(content, at)),
  ...defineOnOpen('fstat', [], (of) => of.stat()),
  ...defineOnOpen('ftruncate', [Type.Integer({ minimum: 0 })], (of, [length]) =>
    of.truncate(length),
  ),
  ...defineOnOpen('fchmod', [Type.Integer({ minimum: 0 })], (of, [to]) => of.setMode(to)),
  ...defineOnOpen('futimes', [times], (of, [to]) => of.setTimes(to)),
  ...defineOnOpen('fsync', [], (of) => of.sync()),
  ...defineOnOpen('fdatasync', [], (of) => of.sync()),
  defineClose('fs:close'),
  defineClose('fs:closeSync'),
];

/** Calls of Node's `fs`, by the name that they are sent with. */
export const nodeFileCalls: Readonly<Record<string, GatedCall>> = Object.fromEntries([
  ...entries,
  ...openings,
  ...onOpen,
]);
