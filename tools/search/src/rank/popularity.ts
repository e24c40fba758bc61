import type { SearchItem } from '../search-item.ts';

/**
 * Popularity on a logarithmic scale: ten times as many add one. An account with the extension counts more
 * than a download.
 */
export function popularity({ installs, downloads }: SearchItem): number {
  return Math.log10(1 + 10 * installs + downloads);
}
