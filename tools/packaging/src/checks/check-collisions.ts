import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that no two paths are the same file on a file system that ignores case and Unicode form. */
export const checkCollisions: Check = ({ files }) => {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of files.keys()) {
    const folded = foldPath(path);
    const other = seen.get(folded);
    if (other === undefined) seen.set(folded, path);
    else {
      const message = `'${path}' and '${other}' are one file on macOS and Windows`;
      problems.push(problem('path-collision', { path, message }));
    }
  }
  return problems;
};

/** A path's form on a file system that ignores case and Unicode form. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}
