import { indexRoot } from '@orchestra/core';

/** The path below the index; null for a path elsewhere. */
export function belowIndex(path: string): string | null {
  return path.startsWith(`${indexRoot}/`) ? path.slice(indexRoot.length + 1) : null;
}
