import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ConfinedProgram } from './confined-program.ts';
import { listLibraries } from './list-libraries.ts';

/** A file or folder of the system that is seen behind the wall, at the same path, read-only. */
export interface RootEntry {
  path: string;
  folder: boolean;
  /** Whether what is in it can be run, or loaded as code of the machine. */
  runs: boolean;
}

/** All that a confined program sees of the system, parents before what is in them. */
export function planRoot(program: ConfinedProgram): RootEntry[] {
  const readable = (program.readable ?? []).map((path) => resolve(path));
  const addons = readable.filter((path) => path.endsWith('.node') && statSync(path).isFile());
  const run = [...listLibraries(program.node, addons), program.node, ...addons];
  const entries = new Map<string, RootEntry>();
  const add = (path: string, runs: boolean) =>
    entries.set(path, { path, folder: statSync(path).isDirectory(), runs });
  for (const path of [...readable, program.script]) add(path, false);
  for (const path of run) add(path, true);
  return [...entries.values()].toSorted((one, other) => depthOf(one.path) - depthOf(other.path));
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** The folders that have to be there for these entries, each once; `/` is left out. */
export function foldersFor(entries: readonly RootEntry[]): string[] {
  const folders = entries.map(({ path, folder }) => (folder ? path : dirname(path)));
  return [...new Set(folders)].filter((folder) => folder !== '/');
}
