import type { EntryFile, Manifest } from '@orchestra/core';
import type { Bundle } from '../build/plan-bundles.ts';
import { findSource } from './guess-sources.ts';
import { readHints } from './read-hints.ts';

/** Plans bundles that replace missing built files, made from their likely sources. */
export async function guessBundles(
  absent: readonly EntryFile[],
  of: { directory: string; manifest: Manifest; paths: ReadonlySet<string> },
): Promise<Bundle[]> {
  if (absent.length === 0) return [];
  const hints = await readHints(of);
  return absent.flatMap(({ pointer, path }): Bundle[] => {
    const entry = findSource(path, hints);
    if (entry === undefined) return [];
    const output = /\.[cm]?js$/.test(path) ? path : `${path}.js`;
    const platform = pointer === '/browser' ? 'browser' : 'node';
    return [{ pointer, entry, output, format: 'cjs', platform }];
  });
}
