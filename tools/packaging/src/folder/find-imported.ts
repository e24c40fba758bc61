import { posix } from 'node:path';
import type { Manifest } from '@orchestra/core';

/** The files to search for imports. */
export interface ImportSearch {
  manifest: Manifest;
  /** Paths of all files in the folder. */
  paths: readonly string[];
  /** Returns the text of a file, '' where it can't be read. */
  read: (path: string) => string;
}

/**
 * Finds the files that a package's code loads by relative paths, beginning with the entry files. Paths in
 * comments count too: an extra file is better than code that fails.
 */
export function findImported({ manifest, paths, read }: ImportSearch): string[] {
  const present = new Set(paths);
  const found = new Set<string>();
  const waiting = manifest.entryFiles.flatMap(({ path }) => resolve(path, present) ?? []);
  for (const path of waiting) {
    for (const name of namedIn(read(path))) {
      const file = resolve(posix.join(posix.dirname(path), name), present);
      if (file === undefined || found.has(file)) continue;
      found.add(file);
      if (code.test(file)) waiting.push(file);
    }
  }
  return [...found];
}

const code = /\.[cm]?js$/;
const relative = /\b(?:require\(|import\(|import|from)\s*(['"])(\.{1,2}\/[^'"\n]{1,200})\1/g;

function namedIn(text: string): string[] {
  return [...text.matchAll(relative)].map(([, , name = '']) => name);
}

function resolve(path: string, present: ReadonlySet<string>): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '.json', '/index.js'];
  return endings.map((ending) => `${path}${ending}`).find((file) => present.has(file));
}
