import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from './run.ts';

/** Inputs of both cache actions: a folder, and its key. */
interface CacheInputs {
  path?: string;
  key?: string;
  'restore-keys'?: string;
}

/**
 * Saves a folder for later runs, as `actions/cache/save` does: an existing key isn't overwritten.
 *
 * Source: https://github.com/actions/cache/blob/main/save/README.md
 */
export async function saveCache({ path = '', key = '' }: CacheInputs, run: Run) {
  await mkdir(cachesOf(run), { recursive: true });
  await cp(path, join(cachesOf(run), key), { recursive: true, force: false });
  return {};
}

/**
 * Restores the folder of a key, otherwise the newest one whose key begins with it, as `actions/cache/restore`
 * does.
 */
export async function restoreCache(inputs: CacheInputs, run: Run) {
  const { path = '', key = '', 'restore-keys': beginning = key } = inputs;
  const kept: string[] = await readdir(cachesOf(run)).catch(() => []);
  const found = kept.includes(key) ? key : await newestOf(kept, { beginning, run });
  if (found === null) return { 'cache-hit': '' };
  await cp(join(cachesOf(run), found), path, { recursive: true });
  return { 'cache-hit': String(found === key) };
}

async function newestOf(
  kept: readonly string[],
  { beginning, run }: { beginning: string; run: Run },
): Promise<string | null> {
  const dated = await Promise.all(
    kept
      .filter((key) => key.startsWith(beginning))
      .map(async (key) => ({ key, at: (await stat(join(cachesOf(run), key))).birthtimeMs })),
  );
  return dated.sort((left, right) => right.at - left.at)[0]?.key ?? null;
}

function cachesOf({ folder }: Run): string {
  return join(folder, 'caches');
}
