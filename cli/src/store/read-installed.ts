import { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { openStore } from './open-store.ts';
import { rebuildState } from './rebuild-state.ts';
import type { State } from './state.ts';
import { storePaths } from './store-paths.ts';

/** What is installed, and what is wrong with the state file; null where nothing is. */
export interface ReadInstalled {
  state: State;
  damage: RegistryError | null;
}

/** Reads what is installed, from the state or, where that is damaged, from the folders. Changes nothing. */
export async function readInstalled(context: CommandContext): Promise<ReadInstalled> {
  try {
    const { state } = await openStore(context);
    return { state, damage: null };
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'state-corrupted') throw error;
    const { state } = await rebuildState(storePaths(context.home));
    return { state, damage: error };
  }
}
