import type { EntryFile, Manifest, Problem } from '@orchestra/core';
import { listFolder } from '@orchestra/packaging/node';
import { type Bundle, planBundles } from '../build/plan-bundles.ts';
import { guessBundles } from './guess-bundles.ts';

/** Where the entry files of an extension are, or what they are made of. */
export interface LocatedCode {
  /** Of sources that the manifest names: a build makes the same. */
  planned: Bundle[];
  /** In place of built files that aren't there, of their likely sources. */
  guessed: Bundle[];
  /** Paths of entry files that are there. */
  packed: string[];
  /** Entry files of which nothing is there. */
  missing: EntryFile[];
  /** Every file of the folder. */
  paths: ReadonlySet<string>;
  /** Sources that can't be built: each a `file-missing` or `path-outside`. */
  problems: Problem[];
}

/**
 * Looks for every entry file that a manifest names.
 *
 * @throws RegistryError `file-unreadable`
 */
export async function locateCode(directory: string, manifest: Manifest): Promise<LocatedCode> {
  const { paths, leftOut } = await listFolder(directory);
  const links = leftOut.filter(({ reason }) => reason === 'link').map(({ path }) => path);
  const { bundles: planned, problems } = planBundles(manifest, { paths, links });
  const present = new Set(paths);
  const others = manifest.entryFiles.filter(isNotAmong(planned));
  const absent = others.filter(({ path }) => findPacked(path, present) === undefined);
  const guessed = await guessBundles(absent, { directory, manifest, paths: present });
  return {
    planned,
    guessed,
    packed: others.flatMap(({ path }) => findPacked(path, present) ?? []),
    missing: absent.filter(isNotAmong(guessed)),
    paths: present,
    problems,
  };
}

/** The file that an entry names, which may leave out `.js`. */
function findPacked(path: string, present: ReadonlySet<string>): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '/index.js'];
  return endings.map((ending) => `${path}${ending}`).find((file) => present.has(file));
}

function isNotAmong(bundles: readonly Bundle[]): (file: EntryFile) => boolean {
  const pointers = new Set(bundles.map(({ pointer }) => pointer));
  return ({ pointer }) => !pointers.has(pointer);
}
