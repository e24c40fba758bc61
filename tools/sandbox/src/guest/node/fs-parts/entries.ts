import { guest } from 'orchestra:api';
import type { FileFacts, FileService } from '../../../services/services.ts';
import { Buffer } from '../buffer.ts';
import { nodeError } from '../node-error.ts';
import { join, relative } from '../path.ts';
import { constants } from './flags.ts';
import type { Steps } from './forms.ts';
import { fromBytes, toMode, toOptions, toPath, toText, toTime } from './paths.ts';
import { BigIntStats, Dirent, Stats } from './stats.ts';

type Entries = Awaited<ReturnType<FileService['readDir']>>;

function codeOf(error: unknown): unknown {
  return Reflect.get(Object(error), 'code');
}

/** Clients of language servers look whether the workspace is a folder. That it is needs no file to be read. */
function isKnown(path: string): boolean {
  const { workspace, refused } = guest.state;
  return path === workspace.rootPath && Object.hasOwn(refused, 'fs:stat');
}

/** All that is told of the workspace where nothing of it may be read. */
const workspaceFacts: FileFacts = {
  kind: 'directory',
  size: 0,
  mode: 0o040755,
  dev: 0,
  ino: 0,
  nlink: 1,
  uid: 0,
  gid: 0,
  blksize: 4096,
  blocks: 0,
  atimeMs: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  birthtimeMs: 0,
};

function* statBy(
  name: string,
  of: unknown,
  options?: unknown,
): Steps<Stats | BigIntStats | undefined> {
  const { bigint, throwIfNoEntry } = toOptions(options);
  const named = toPath(of);
  if (isKnown(named))
    return bigint === true ? new BigIntStats(workspaceFacts) : new Stats(workspaceFacts);
  try {
    const facts = (yield { name, args: [named], syscall: name, path: toText(of) }) as FileFacts;
    return bigint === true ? new BigIntStats(facts) : new Stats(facts);
  } catch (error) {
    if (throwIfNoEntry === false && codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `stat`. */
export const stat = (of: unknown, options?: unknown) => statBy('stat', of, options);
/** `lstat`. */
export const lstat = (of: unknown, options?: unknown) => statBy('lstat', of, options);

/** `access`. Who may do what is judged by the bits of the owner. */
export function* access(of: unknown, mode?: unknown): Steps<void> {
  const named = toPath(of);
  const about = { syscall: 'access', path: toText(of) };
  const { mode: bits } = (yield { name: 'access', args: [named], ...about }) as FileFacts;
  const asked = Number(mode ?? constants.F_OK) & 7;
  if ((asked & (bits >> 6) & 7) === asked) return;
  const error = new Error(`EACCES: permission denied, access '${toText(of)}'`);
  throw Object.assign(error, { errno: -13, code: 'EACCES', ...about });
}

/** `exists`: false for all that can't be reached. What the gate refuses is thrown. */
export function* exists(of: unknown): Steps<boolean> {
  let named: string;
  try {
    named = toPath(of);
  } catch {
    return false;
  }
  try {
    return (yield { name: 'exists', args: [named], syscall: 'access', path: toText(of) }) === true;
  } catch (error) {
    if (codeOf(error) === 'permission-denied') throw error;
    return false;
  }
}

/** `readdir`. */
export function* readdir(of: unknown, options?: unknown): Steps<unknown[]> {
  const { encoding, withFileTypes, recursive } = toOptions(options);
  const top = toPath(of);
  const found: unknown[] = [];
  const folders = [top];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const about = { syscall: 'scandir', path: folder === top ? toText(of) : folder };
    const entries = (yield { name: 'readdir', args: [folder], ...about }) as Entries;
    for (const { name, type } of entries) {
      const inner = join(folder, name);
      if (recursive === true && type === 'directory') folders.push(inner);
      const shown = withFileTypes === true ? name : relative(top, inner);
      const told = encoding === 'buffer' ? Buffer.from(shown) : shown;
      found.push(
        withFileTypes === true ? new Dirent(told, { parentPath: folder, kind: type }) : told,
      );
    }
  }
  return found;
}

/** `realpath`. */
export function* realpath(of: unknown, options?: unknown): Steps<unknown> {
  const { encoding } = toOptions(options);
  const named = toPath(of);
  const found = (yield {
    name: 'realpath',
    args: [named],
    syscall: 'lstat',
    path: toText(of),
  }) as string;
  return encoding === 'buffer' ? Buffer.from(found) : found;
}

/** `readlink`. */
export function* readlink(of: unknown, options?: unknown): Steps<unknown> {
  const { encoding } = toOptions(options);
  const named = toPath(of);
  const about = { syscall: 'readlink', path: toText(of) };
  const found = (yield { name: 'readlink', args: [named], ...about }) as string;
  return fromBytes(Buffer.from(found), encoding ?? 'utf8');
}

/** `mkdir`. */
export function* mkdir(of: unknown, options?: unknown): Steps<string | undefined> {
  const { recursive, mode } =
    typeof options === 'object' ? toOptions(options) : { recursive: false, mode: options };
  const named = toPath(of);
  const args = [named, { recursive: recursive === true, mode: toMode(mode) }];
  const made = (yield { name: 'mkdir', args, syscall: 'mkdir', path: toText(of) }) as
    string | undefined;
  return recursive === true ? made : undefined;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `mkdtemp`. */
export function* mkdtemp(prefix: unknown, options?: unknown): Steps<unknown> {
  const { encoding } = toOptions(options);
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  const ending = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  const named = toPath(`${toText(prefix, 'prefix')}${ending}`, 'prefix');
  yield {
    name: 'mkdtemp',
    args: [named],
    syscall: 'mkdtemp',
    path: `${toText(prefix, 'prefix')}XXXXXX`,
  };
  const made = `${toText(prefix, 'prefix')}${ending}`;
  return encoding === 'buffer' ? Buffer.from(made) : made;
}

/** `unlink`. */
export function* unlink(of: unknown): Steps<void> {
  const named = toPath(of);
  yield { name: 'unlink', args: [named], syscall: 'unlink', path: toText(of) };
}

/** `rmdir`. */
export function* rmdir(of: unknown): Steps<void> {
  const named = toPath(of);
  yield { name: 'rmdir', args: [named], syscall: 'rmdir', path: toText(of) };
}

/** `rm`. */
export function* rm(of: unknown, options?: unknown): Steps<void> {
  const { recursive, force } = toOptions(options);
  const named = toPath(of);
  const args = [named, { recursive: recursive === true }];
  try {
    yield { name: 'rm', args, syscall: 'rm', path: toText(of) };
  } catch (error) {
    if (force === true && codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'EISDIR') throw error;
    const message = `Path is a directory: rm returned EISDIR (is a directory) ${named}`;
    throw nodeError(Error, 'ERR_FS_EISDIR', message);
  }
}

/** `rename`. */
export function* rename(from: unknown, to: unknown): Steps<void> {
  const [source, dest] = [toPath(from, 'oldPath'), toPath(to, 'newPath')];
  yield {
    name: 'rename',
    args: [source, dest],
    syscall: 'rename',
    path: toText(from),
    dest: toText(to),
  };
}

/** `copyFile`. */
export function* copyFile(from: unknown, to: unknown, mode?: unknown): Steps<void> {
  const [source, dest] = [toPath(from, 'src'), toPath(to, 'dest')];
  const overwrite = (Number(mode ?? 0) & constants.COPYFILE_EXCL) === 0;
  const args = [source, dest, { overwrite }];
  yield { name: 'copyFile', args, syscall: 'copyfile', path: toText(from), dest: toText(to) };
}

/** `chmod`. */
export function* chmod(of: unknown, mode: unknown): Steps<void> {
  const named = toPath(of);
  yield { name: 'chmod', args: [named, toMode(mode) ?? 0], syscall: 'chmod', path: toText(of) };
}

/** `utimes`. */
export function* utimes(of: unknown, accessed: unknown, modified: unknown): Steps<void> {
  const named = toPath(of);
  const times = { accessedMs: toTime(accessed, 'atime'), modifiedMs: toTime(modified, 'mtime') };
  yield { name: 'utimes', args: [named, times], syscall: 'utime', path: toText(of) };
}

/** `truncate`. */
export function* truncate(of: unknown, length?: unknown): Steps<void> {
  const named = toPath(of);
  const args = [named, Math.max(0, Math.trunc(Number(length ?? 0)))];
  yield { name: 'truncate', args, syscall: 'open', path: toText(of) };
}
