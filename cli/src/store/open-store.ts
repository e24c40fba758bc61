import type { CommandContext } from '../command.ts';
import { needsRecovery, recoverStore } from './journal.ts';
import { type LockedStore, lockStore } from './lock-store.ts';
import { readState, type State } from './state.ts';
import { type StorePaths, storePaths } from './store-paths.ts';

/** What is installed, and where. */
export interface Store {
  paths: StorePaths;
  state: State;
}

/**
 * Reads what is installed, after finishing what a process that was killed had begun.
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
 * The same, and nobody else may change it until it goes out of scope.
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
