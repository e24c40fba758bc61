import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreChange } from './journal.ts';
import type { StorePaths } from './store-paths.ts';

/** Ids of the versions that are kept beside the current one. */
export async function previousIds(name: string, paths: StorePaths): Promise<string[]> {
  return readdir(join(paths.previous, name)).catch(() => []);
}

/** Moves that throw away what is kept beside the current version. */
export async function forgetPrevious(
  name: string,
  paths: StorePaths,
): Promise<StoreChange['moves']> {
  const ids = await previousIds(name, paths);
  return ids.map((id) => ({ from: `.previous/${name}/${id}`, to: trash() }));
}

/** A new place for a folder that is on its way out: what recovers the store empties it. */
export function trash(): string {
  return `.staging/old-${randomUUID()}`;
}
