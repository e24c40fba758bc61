import type { CommandContext } from '../command.ts';
import { needsRecovery, recoverStore } from './journal.ts';
import { type LockedStore, lockStore } from './lock-store.ts';
import { readState, type State } from './state.ts';
import { type StorePaths, storePaths } from './store-paths.ts';

/** The installed extensions and the paths of the store. */
export interface Store {
  paths: StorePaths;
  state: State;
}

/**
 * Opens the store for reading, after finishing the change of a killed process.
 *
 * @throws RegistryError `state-corrupted`, `busy`
 */
export async function openStore(context: Pick<CommandContext, 'home'>): Promise<Store> {
  const paths = storePaths(context.home);
  if (await needsRecovery(paths)) {
    await using _lock = await lockStore(paths);
    await recoverStore(paths);
  }
  return { paths, state: await readState(paths) };
}

/**
 * Opens the store for changes. Other processes can't change it until it is disposed.
 *
 * @throws RegistryError `state-corrupted`, `busy`, `file-unwritable`
 */
export async function openLockedStore(
  context: Pick<CommandContext, 'home'>,
): Promise<Store & LockedStore> {
  const paths = storePaths(context.home);
  const lock = await lockStore(paths);
  try {
    await recoverStore(paths);
    return { paths, state: await readState(paths), ...lock };
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}
