import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreChange } from './journal.ts';
import type { StorePaths } from './store-paths.ts';

/** Ids of an extension's previous versions on the disk. */
export async function previousIds(name: string, paths: StorePaths): Promise<string[]> {
  return readdir(join(paths.previous, name)).catch(() => []);
}

/** Moves that delete an extension's previous versions. */
export async function forgetPrevious(
  name: string,
  paths: StorePaths,
): Promise<StoreChange['moves']> {
  const ids = await previousIds(name, paths);
  return ids.map((id) => ({ from: `.previous/${name}/${id}`, to: trash() }));
}

/** A new path for a folder to delete: recovery empties the staging folder. */
export function trash(): string {
  return `.staging/old-${randomUUID()}`;
}
