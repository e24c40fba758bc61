import { NameSchema, parseJson } from '@orchestra/core';
import { syncFolder, writeFileAtomic } from '@orchestra/core/node';
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { InstalledSchema, readState, writeState } from './state.ts';
import type { StorePaths } from './store-paths.ts';

const MoveSchema = Type.Object({ from: Type.String(), to: Type.String() });

/** What a change of the store comes down to, decided before anything of it is done. */
const JournalSchema = Type.Object({
  format: Type.Literal(1),
  moves: Type.Array(MoveSchema, {
    description: 'Folders to rename, in order; paths are relative to the store.',
  }),
  state: Type.Array(
    Type.Object({ name: NameSchema, installed: Type.Union([InstalledSchema, Type.Null()]) }),
  ),
});

/** A move is done once its target is there, so that no step of a change may use a target twice. */
export type Change = Omit<Static<typeof JournalSchema>, 'format'>;

/**
 * Carries out a change of the store. Once it is in the journal it will be finished, by this process
 * or, where this one is killed, by the next. Needs the lock.
 */
export async function applyChange(change: Change, paths: StorePaths): Promise<void> {
  await writeFileAtomic(paths.journal, JSON.stringify({ format: 1, ...change }));
  await finish(change, paths);
  await removeLeftovers(paths);
}

/** Finishes what a process that was killed had decided, and removes what it left. Needs the lock. */
export async function recoverStore(paths: StorePaths): Promise<void> {
  const text = await readFile(paths.journal, 'utf8').catch(() => null);
  const parsed = text === null ? null : parseJson(JournalSchema, text);
  if (parsed?.ok === true) await finish(parsed.value, paths);
  else await rm(paths.journal, { force: true }); // written whole or not at all: this one is not ours
  await removeLeftovers(paths);
}

/** True where a process that was killed left something to finish. */
export async function needsRecovery(paths: StorePaths): Promise<boolean> {
  return exists(paths.journal);
}

async function finish(change: Change, paths: StorePaths): Promise<void> {
  const touched = new Set<string>();
  for (const move of change.moves) {
    const from = inside(paths, move.from);
    const to = inside(paths, move.to);
    if ((await exists(to)) || !(await exists(from))) continue;
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

/** The journal is ours, and still nothing in it may lead out of the store. */
function inside(paths: StorePaths, path: string): string {
  const clean = normalize(path);
  if (clean.startsWith('..') || clean.startsWith('/')) throw new Error(`Journal leads to ${path}`);
  return join(paths.root, clean);
}

const leftoverAgeMs = 60 * 60 * 1000;

/** Staged folders may belong to a process that is still downloading: only old ones go. */
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
