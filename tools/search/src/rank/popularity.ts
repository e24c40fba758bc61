import type { SearchItem } from '../search-item.ts';

/** How much people chose an extension: each tenfold adds one. An account that has it says more than a download. */
export function popularity({ installs, downloads }: SearchItem): number {
  return Math.log10(1 + 10 * installs + downloads);
}
