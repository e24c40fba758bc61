import { indexRoot } from '@orchestra/core';

/** Path below the index; null for what is elsewhere. */
export function belowIndex(path: string): string | null {
  return path.startsWith(`${indexRoot}/`) ? path.slice(indexRoot.length + 1) : null;
}
