import { entryPath } from '@orchestra/core';
import type { SyncProblem } from '@orchestra/db';
import type { IndexChange, IndexFile } from '@orchestra/registry';

/** A file of the index that should be an entry. */
export interface IndexEntryFile {
  /** Relative to the index. */
  path: string;
  name: string;
  object: string;
  /** Bytes. */
  size: number;
}

/** The changes that a sync makes. */
export interface SyncPlan {
  entries: IndexEntryFile[];
  /** Names of extensions whose entries were removed. */
  removed: string[];
  /** Curated files that changed or were removed. */
  curated: IndexChange[];
  /** Files among the entries that can't be read as one. */
  problems: SyncProblem[];
}

/** Size limit of an entry in bytes: enough for about ten thousand versions. */
const maxEntryBytes = 8 * 1024 * 1024;

/** Paths of the curated files that are mirrored. */
export const curatedPaths: readonly string[] = [
  'categories.json',
  'featured.json',
  'verified.json',
];

/** Plans a sync from the changes of the index. Pure. */
export function planSync(changes: readonly IndexChange[]): SyncPlan {
  const plan: SyncPlan = { entries: [], removed: [], curated: [], problems: [] };
  for (const change of changes) {
    const { path, file } = change;
    if (curatedPaths.includes(path)) plan.curated.push(change);
    if (!path.startsWith('extensions/') || /\/\.[^/]*$/.test(path)) continue;
    const name = nameAt(path);
    if (file === null) {
      if (name !== null) plan.removed.push(name);
      continue;
    }
    const reason = refuse(name, file);
    if (reason !== null) plan.problems.push({ path, reason });
    else if (name !== null)
      plan.entries.push({ path, name, object: file.object, size: file.size ?? 0 });
  }
  return plan;
}

/** The name of the extension whose entry belongs at a path of the index; null for any other path. */
export function nameAt(path: string): string | null {
  const name = /([^/]+)\.json$/.exec(path)?.[1];
  return name !== undefined && path === `extensions/${entryPath(name)}` ? name : null;
}

function refuse(name: string | null, file: IndexFile): string | null {
  if (name === null) return 'No entry belongs at this path';
  if (file.mode === '120000') return 'It is a symbolic link, not a file';
  if (file.size === null) return 'It is not a file';
  if (file.size <= maxEntryBytes) return null;
  return `Expected at most ${maxEntryBytes} bytes; found ${file.size}`;
}
