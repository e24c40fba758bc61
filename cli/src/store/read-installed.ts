import { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { openStore } from './open-store.ts';
import { rebuildState } from './rebuild-state.ts';
import type { State } from './state.ts';
import { storePaths } from './store-paths.ts';

/** The installed extensions, and the damage of the state file; null where it is intact. */
export interface ReadInstalled {
  state: State;
  damage: RegistryError | null;
}

/**
 * Reads the installed extensions from the state or, where that is damaged, from the folders. Changes nothing.
 */
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
