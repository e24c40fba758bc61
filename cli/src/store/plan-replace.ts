import { RegistryError } from '@orchestra/core';
import { pathExists } from '@orchestra/core/node';
import { join } from 'node:path';
import type { StoreChange } from './journal.ts';
import type { Store } from './open-store.ts';
import { forgetPrevious } from './previous-ids.ts';
import type { Installed } from './state.ts';
import { type StorePaths, versionId } from './store-paths.ts';

/** An extension whose unpacked files are in the staging folder. */
export interface Staged {
  name: string;
  /** Name of its folder in the staging folder. */
  folder: string;
  installed: Installed;
}

/**
 * Plans how staged files replace the current version, which becomes the previous one. The previous one is
 * removed.
 *
 * @throws RegistryError `state-corrupted` where there is a folder that isn't in the state
 */
export async function planReplace(staged: Staged, { paths, state }: Store): Promise<StoreChange> {
  const { name, folder, installed } = staged;
  const before = state.extensions[name];
  const moves = before === undefined ? [] : await planKeep({ name, installed: before }, paths);
  if (before === undefined && (await pathExists(join(paths.root, name)))) {
    throw new RegistryError(
      'state-corrupted',
      `${join(paths.root, name)} is there, and ${paths.state} doesn't know it`,
      { hint: 'Take it in with `orchestra ext doctor --repair`, or remove the folder.' },
    );
  }
  return {
    moves: [...moves, { from: `.staging/${folder}`, to: name }],
    state: [{ name, installed }],
  };
}

async function planKeep(
  of: { name: string; installed: Installed },
  paths: StorePaths,
): Promise<StoreChange['moves']> {
  const { name, installed } = of;
  const older = await forgetPrevious(name, paths);
  return [...older, { from: name, to: `.previous/${name}/${versionId(installed)}` }];
}
