import { indexRoot } from '@orchestra/registry';

/** Path below the index; null for what is elsewhere. */
export function belowIndex(path: string): string | null {
  return path.startsWith(`${indexRoot}/`) ? path.slice(indexRoot.length + 1) : null;
}
