/** What a call was for, as Node tells it with what failed. */
export interface CallAbout {
  syscall: string;
  path?: string | undefined;
  dest?: string | undefined;
}

/** For what a host says: the code that Node has for it, its number on Linux, and what is said of it. */
const known: Readonly<Record<string, readonly [code: string, errno: number, text: string]>> = {
  'not-found': ['ENOENT', -2, 'no such file or directory'],
  'no-access': ['EACCES', -13, 'permission denied'],
  'outside-workspace': [
    'EACCES',
    -13,
    'permission denied: outside of the workspace and of the folders of this extension',
  ],
  'read-only': ['EROFS', -30, 'read-only file system'],
  exists: ['EEXIST', -17, 'file already exists'],
  'not-a-directory': ['ENOTDIR', -20, 'not a directory'],
  'is-a-directory': ['EISDIR', -21, 'illegal operation on a directory'],
  'not-a-file': ['ENXIO', -6, 'no such device or address'],
  'not-empty': ['ENOTEMPTY', -39, 'directory not empty'],
  'no-space': ['ENOSPC', -28, 'no space left on device'],
  'too-many': ['EMFILE', -24, 'too many open files'],
  'too-large': ['EFBIG', -27, 'file too large'],
  'not-open': ['EBADF', -9, 'bad file descriptor'],
  'invalid-argument': ['EINVAL', -22, 'invalid argument'],
  failed: ['EIO', -5, 'i/o error'],
};

/** The error of Node for what the host threw. What the gate refused stays as it is. */
export function toNodeError(thrown: unknown, { syscall, path, dest }: CallAbout): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const [code, errno, text] = known[String(Reflect.get(thrown, 'code'))] ?? [];
  if (code === undefined) return thrown;
  const where = path === undefined ? '' : ` '${path}'${dest === undefined ? '' : ` -> '${dest}'`}`;
  const message = `${code}: ${text}, ${syscall}${where}`;
  const error = new Error(message, { cause: thrown });
  const { stack = '' } = thrown;
  const frames = stack.slice(stack.search(/\n\s+at /) >>> 0);
  Object.defineProperty(error, 'stack', {
    value: `Error: ${message}${frames}`,
    writable: true,
    configurable: true,
  });
  return Object.assign(error, {
    errno,
    code,
    syscall,
    ...(path !== undefined && { path }),
    ...(dest !== undefined && { dest }),
  });
}
