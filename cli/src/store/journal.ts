import { NameSchema, parseJson, RegistryError } from '@orchestra/core';
import { pathExists, syncFolder, systemCode, writeFileAtomic } from '@orchestra/core/node';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { InstalledSchema, readState, writeState } from './state.ts';
import type { StorePaths } from './store-paths.ts';

const MoveSchema = Type.Object({ from: Type.String(), to: Type.String() });

/** The steps of a store change, written down before any of them is done. */
const JournalSchema = Type.Object({
  format: Type.Literal(1),
  moves: Type.Array(MoveSchema, {
    description: 'Folders to rename, in order; paths are relative to the store.',
  }),
  state: Type.Array(
    Type.Object({ name: NameSchema, installed: Type.Union([InstalledSchema, Type.Null()]) }),
  ),
});

/**
 * A planned change of the store. A move counts as done once its target exists, so that no change may use a
 * target twice.
 */
export type StoreChange = Omit<Static<typeof JournalSchema>, 'format'>;

/**
 * Carries out a change of the store. Once it is in the journal, it gets finished: by this process or, if that
 * is killed, by the next. Needs the lock.
 */
export async function applyStoreChange(change: StoreChange, paths: StorePaths): Promise<void> {
  await writeFileAtomic(paths.journal, JSON.stringify({ format: 1, ...change }));
  await finish(change, paths);
  await removeLeftovers(paths);
}

/**
 * Finishes the change that a killed process had written to the journal, and removes its leftovers. Needs the
 * lock.
 *
 * @throws RegistryError `state-corrupted` for a journal that can't be followed, `file-unreadable`; the store
 *   then stays as it is, because the journal alone says what was begun
 */
export async function recoverStore(paths: StorePaths): Promise<void> {
  const change = await readJournal(paths);
  if (change !== null) await finish(change, paths);
  await removeLeftovers(paths);
}

/**
 * Renames a journal that can't be followed, so that the store can be used again. Needs the lock.
 *
 * @returns its new path; null where the journal can be followed, or there is none
 */
export async function setDamagedJournalAside(paths: StorePaths): Promise<string | null> {
  try {
    await readJournal(paths);
    return null;
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'state-corrupted') throw error;
    const copy = `${paths.journal}.damaged`;
    await rename(paths.journal, copy);
    return copy;
  }
}

/** True where a killed process left a change to finish. */
export async function needsRecovery(paths: StorePaths): Promise<boolean> {
  return pathExists(paths.journal);
}

/**
 * Reads the journal; null where there is none.
 *
 * @throws RegistryError `state-corrupted` where it can't be followed, `file-unreadable`
 */
export async function readJournal(paths: StorePaths): Promise<StoreChange | null> {
  const text = await readFile(paths.journal, 'utf8').catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return null;
    throw new RegistryError('file-unreadable', `${paths.journal} can't be read`, {
      hint: 'It says what a command that was cut off had begun. Check its permissions.',
      cause,
    });
  });
  if (text === null) return null;
  const parsed = parseJson(JournalSchema, text);
  const named = parsed.ok ? parsed.value.moves.flatMap(({ from, to }) => [from, to]) : [];
  const leading = named.find(leadsOut);
  if (parsed.ok && leading === undefined) return parsed.value;
  const reason = parsed.ok ? `it leads to '${leading ?? ''}'` : parsed.reason;
  throw new RegistryError('state-corrupted', `${paths.journal} is damaged: ${reason}`, {
    hint: 'A command was cut off, and this file says what it had begun. `orchestra ext doctor --repair` keeps it and goes by the folders that are there.',
  });
}

async function finish(change: StoreChange, paths: StorePaths): Promise<void> {
  const touched = new Set<string>();
  for (const move of change.moves) {
    const from = join(paths.root, move.from);
    const to = join(paths.root, move.to);
    if ((await pathExists(to)) || !(await pathExists(from))) continue;
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    touched.add(dirname(from)).add(dirname(to));
  }
  for (const folder of touched) await syncFolder(folder);
  const state = await readState(paths);
  for (const { name, installed } of change.state) {
    if (installed === null) delete state.extensions[name];
    else state.extensions[name] = installed;
  }
  await writeState(state, paths);
  await rm(paths.journal, { force: true });
}

/** True for a path outside of the store. Nothing may be moved from there or to there. */
function leadsOut(path: string): boolean {
  return normalize(path).startsWith('..') || isAbsolute(path);
}

const leftoverAgeMs = 60 * 60 * 1000;

/** Removes old staged folders. Newer ones may belong to a process that is still downloading. */
async function removeLeftovers(paths: StorePaths): Promise<void> {
  for (const name of await readdir(paths.staging).catch(() => [])) {
    const path = join(paths.staging, name);
    const facts = await stat(path).catch(() => null);
    if (facts === null) continue;
    const trash = name.startsWith('old-');
    if (trash || Date.now() - facts.mtimeMs > leftoverAgeMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
