import { maxNameLength, namePattern } from '@orchestra/core';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFiles } from './compare-files.ts';
import { listRecords } from './record.ts';
import type { Installed, State } from './state.ts';
import type { StorePaths } from './store-paths.ts';

/** The installed extensions according to the folders and their records. */
export interface RebuiltState {
  state: State;
  /** Folders without a matching record. */
  unknown: string[];
}

/** Rebuilds the state from the folders alone. Changes nothing. */
export async function rebuildState(paths: StorePaths): Promise<RebuiltState> {
  const rebuilt: RebuiltState = { state: { format: 1, extensions: {} }, unknown: [] };
  const entries = await readdir(paths.root, { withFileTypes: true }).catch(() => []);
  const name = new RegExp(namePattern);
  for (const entry of entries.filter((found) => found.isDirectory() && name.test(found.name))) {
    if (entry.name.length > maxNameLength) continue;
    const installed = await recognise(entry.name, paths);
    if (installed === null) rebuilt.unknown.push(entry.name);
    else rebuilt.state.extensions[entry.name] = installed;
  }
  return rebuilt;
}

/** Finds the record that has the fewest missing or changed files in a folder. */
async function recognise(name: string, paths: StorePaths): Promise<Installed | null> {
  const directory = join(paths.root, name);
  const scored = await Promise.all(
    (await listRecords(name, paths)).map(async ({ installed, files }) => {
      const { missing, changed } = await compareFiles(directory, files);
      return { installed, wrong: missing.length + changed.length };
    }),
  );
  const [best] = scored.toSorted((left, right) => left.wrong - right.wrong);
  return best?.installed ?? null;
}
