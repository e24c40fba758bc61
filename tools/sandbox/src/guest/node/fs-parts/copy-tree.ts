import { nodeError } from '../node-error.ts';
import { dirname, join, sep } from '../path.ts';
import { copyFile, lstat, mkdir, readdir, stat } from './entries.ts';
import { constants } from './flags.ts';
import type { Steps } from './forms.ts';
import { toOptions, toPath } from './paths.ts';
import type { Dirent, Stats } from './stats.ts';

/** `cp`. */
export function* cp(from: unknown, to: unknown, options?: unknown): Steps<void> {
  const how = toOptions(options);
  const [source, dest] = [toPath(from, 'src'), toPath(to, 'dest')];
  const { filter } = how;
  if (typeof filter === 'function' && Reflect.apply(filter, undefined, [source, dest]) === false)
    return;
  const found = (yield* how['dereference'] === true ? stat(source) : lstat(source)) as Stats;
  if (!found.isDirectory()) return yield* copyOne(source, dest, how);
  if (how['recursive'] !== true) {
    const message = `Recursive option not enabled, cannot copy a directory: ${source}`;
    throw nodeError(Error, 'ERR_FS_EISDIR', message);
  }
  if (dest === source || dest.startsWith(`${source}${sep}`)) {
    const message = `Cannot copy '${source}' to a subdirectory of self, '${dest}'`;
    throw nodeError(Error, 'ERR_FS_CP_EINVAL', message);
  }
  yield* mkdir(dest, { recursive: true });
  for (const entry of (yield* readdir(source, { withFileTypes: true })) as Dirent[]) {
    const name = String(entry.name);
    yield* cp(join(source, name), join(dest, name), how);
  }
}

function* copyOne(source: string, dest: string, how: Record<string, unknown>): Steps<void> {
  yield* mkdir(dirname(dest), { recursive: true });
  try {
    yield* copyFile(source, dest, how['force'] === false ? constants.COPYFILE_EXCL : 0);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'EEXIST' || how['errorOnExist'] === true)
      throw error;
  }
}
