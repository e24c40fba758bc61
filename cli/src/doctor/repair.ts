import { RegistryError } from '@orchestra/core';
import { copyFile } from 'node:fs/promises';
import type { CommandContext } from '../command.ts';
import { recoverStore } from '../store/journal.ts';
import { lockStore } from '../store/lock-store.ts';
import { rebuildState } from '../store/rebuild-state.ts';
import { readState, type State, writeState } from '../store/state.ts';
import { storePaths } from '../store/store-paths.ts';

/**
 * Brings the state in step with the folders; a damaged state is kept as a copy beside it.
 *
 * @returns what was done, a line each; empty where nothing was wrong
 */
export async function repair(context: CommandContext): Promise<string[]> {
  const paths = storePaths(context.home);
  await using lock = await lockStore(paths);
  const { state: rebuilt } = await rebuildState(paths);
  const before = await readOrNull(paths);
  if (before === null) {
    const copy = `${paths.state}.damaged`;
    await copyFile(paths.state, copy);
    lock.assertHeld();
    await writeState(rebuilt, paths);
    await recoverStore(paths); // a change that was cut off is finished on top of it
    const names = Object.keys(rebuilt.extensions);
    return [`${paths.state}, from ${names.length} folders (the damaged one is ${copy})`];
  }
  await recoverStore(paths);
  return mend(
    { before: await readState(paths), rebuilt: (await rebuildState(paths)).state },
    paths,
  );
}

/** Takes in folders that the state misses, and drops what has no folder; anything else stays as it is. */
async function mend(
  states: { before: State; rebuilt: State },
  paths: ReturnType<typeof storePaths>,
): Promise<string[]> {
  const { before, rebuilt } = states;
  const gone = Object.keys(before.extensions).filter((name) => !(name in rebuilt.extensions));
  const found = Object.keys(rebuilt.extensions).filter((name) => !(name in before.extensions));
  if (gone.length + found.length === 0) return [];
  const extensions = { ...before.extensions };
  for (const name of gone) delete extensions[name];
  for (const name of found) {
    const installed = rebuilt.extensions[name];
    if (installed !== undefined) extensions[name] = installed;
  }
  await writeState({ ...before, extensions }, paths);
  return [
    ...gone.map((name) => `${name} has no folder any more and was dropped from the state`),
    ...found.map((name) => `${name} was taken into the state`),
  ];
}

async function readOrNull(paths: ReturnType<typeof storePaths>): Promise<State | null> {
  try {
    return await readState(paths);
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'state-corrupted') return null;
    throw error;
  }
}
