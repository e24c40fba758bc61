import { RegistryError } from '@orchestra/core';
import { pathExists } from '@orchestra/core/node';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { recoverStore, setDamagedJournalAside } from '../store/journal.ts';
import { lockStore } from '../store/lock-store.ts';
import { rebuildState } from '../store/rebuild-state.ts';
import { readState, type State, writeState } from '../store/state.ts';
import { type StorePaths, storePaths, versionId } from '../store/store-paths.ts';

/**
 * Makes the state match the folders. A damaged state or journal is kept beside the new one.
 *
 * @returns one line for each repair; empty where nothing was wrong
 */
export async function repair(context: CommandContext): Promise<string[]> {
  const paths = storePaths(context.home);
  await using lock = await lockStore(paths);
  const journal = await setDamagedJournalAside(paths);
  const aside = journal === null ? [] : [`The journal can't be followed; it is now ${journal}`];
  const { state: rebuilt } = await rebuildState(paths);
  const before = await readOrNull(paths);
  if (before === null) {
    const copy = `${paths.state}.damaged`;
    await copyFile(paths.state, copy);
    lock.assertHeld();
    await writeState(rebuilt, paths);
    await recoverStore(paths); // then finishes an interrupted change, which updates the rebuilt state
    const names = Object.keys(rebuilt.extensions);
    return [...aside, `${paths.state}, from ${names.length} folders (the damaged one is ${copy})`];
  }
  await recoverStore(paths);
  const state = await readState(paths);
  const putBack = await putBackKept(state, paths);
  const mended = await mend({ before: state, rebuilt: (await rebuildState(paths)).state }, paths);
  return [...aside, ...putBack, ...mended];
}

/**
 * Moves kept versions back where the current version is missing, because an interrupted update had moved it
 * aside.
 */
async function putBackKept({ extensions }: State, paths: StorePaths): Promise<string[]> {
  const done: string[] = [];
  for (const [name, installed] of Object.entries(extensions)) {
    const place = join(paths.root, name);
    const kept = join(paths.previous, name, versionId(installed));
    if ((await pathExists(place)) || !(await pathExists(kept))) continue;
    await rename(kept, place);
    done.push(`${name} ${installed.version} was put back in its place`);
  }
  return done;
}

/**
 * Adds folders that are missing in the state, and removes entries without a folder. Leaves everything else as
 * it is.
 */
async function mend(
  states: { before: State; rebuilt: State },
  paths: StorePaths,
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

async function readOrNull(paths: StorePaths): Promise<State | null> {
  try {
    return await readState(paths);
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'state-corrupted') return null;
    throw error;
  }
}
