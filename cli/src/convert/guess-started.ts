import type { Manifest } from '@orchestra/core';
import { posix } from 'node:path';
import type { Bundle } from '../build/plan-bundles.ts';
import { writtenPaths } from '../build/written-paths.ts';
import { findNamesake } from './guess-sources.ts';
import { readHints } from './read-hints.ts';

/** The files in which to look for code that starts other files. */
export interface StartedSearch {
  directory: string;
  manifest: Manifest;
  paths: ReadonlySet<string>;
  /** Sources that are bundled already. */
  entries: readonly string[];
}

/**
 * Plans bundles for missing files that the code starts by path, such as a language server. They are packed
 * too, so that their permissions count.
 *
 * @param built code by its path
 */
export async function guessStarted(
  built: ReadonlyMap<string, Uint8Array>,
  of: StartedSearch,
): Promise<Bundle[]> {
  const named = [...built].flatMap(([path, bytes]) =>
    path.endsWith('.map') ? [] : namedFiles(Buffer.from(bytes).toString(), path),
  );
  const isThere = (path: string) => of.paths.has(path) || built.has(path);
  const absent = named.filter((places) => !places.some(isThere));
  if (absent.length === 0) return [];
  const hints = await readHints(of);
  const known = new Set(of.entries);
  return absent.flatMap(([output = '', other = '']): Bundle[] => {
    const entry = findNamesake(output, hints) ?? findNamesake(other, hints);
    if (entry === undefined || known.has(entry)) return [];
    known.add(entry);
    return [{ pointer: '', entry, output, format: 'cjs', platform: 'node' }];
  });
}

/**
 * For each named file, the paths where it may be, likeliest first: below the package's root, and beside the
 * code.
 */
function namedFiles(code: string, from: string): string[][] {
  return writtenPaths(code).map((path) => {
    const inside = path.replace(/^(?:\.\.\/)+/, '');
    const places = [inside, posix.join(posix.dirname(from), inside)];
    return inside.includes('/') ? places : places.toReversed();
  });
}
