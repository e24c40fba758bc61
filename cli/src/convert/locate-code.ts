import type { EntryFile, Manifest, Problem } from '@orchestra/core';
import { listFolder } from '@orchestra/packaging/node';
import { type Bundle, planBundles } from '../build/plan-bundles.ts';
import { guessBundles } from './guess-bundles.ts';

/** The entry files of an extension, or the sources they are built from. */
export interface LocatedCode {
  /** Bundles of sources that the manifest names; a build makes the same. */
  planned: Bundle[];
  /** Bundles of likely sources, which replace missing built files. */
  guessed: Bundle[];
  /** Paths of existing entry files. */
  packed: string[];
  /** Entry files without a file or a source. */
  missing: EntryFile[];
  /** Every file of the folder. */
  paths: ReadonlySet<string>;
  /** Sources that can't be built: each a `file-missing` or `path-outside`. */
  problems: Problem[];
}

/**
 * Finds every entry file that a manifest names, or its source.
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

/** Path of the existing file that an entry names; the entry may leave out `.js`. */
function findPacked(path: string, present: ReadonlySet<string>): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '/index.js'];
  return endings.map((ending) => `${path}${ending}`).find((file) => present.has(file));
}

function isNotAmong(bundles: readonly Bundle[]): (file: EntryFile) => boolean {
  const pointers = new Set(bundles.map(({ pointer }) => pointer));
  return ({ pointer }) => !pointers.has(pointer);
}
