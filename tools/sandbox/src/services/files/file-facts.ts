import type { Stats } from 'node:fs';
import type { FileFacts } from '../services.ts';

/** What the system knows of an entry. */
export function toFacts(stats: Stats): FileFacts {
  const { size, mode, dev, ino, nlink, uid, gid, blksize, blocks } = stats;
  const { atimeMs, mtimeMs, ctimeMs, birthtimeMs } = stats;
  const numbers = { size, mode, dev, ino, nlink, uid, gid, blksize, blocks };
  return { kind: kindOf(stats), ...numbers, atimeMs, mtimeMs, ctimeMs, birthtimeMs };
}

function kindOf(stats: Stats): FileFacts['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  return stats.isSymbolicLink() ? 'link' : 'other';
}
