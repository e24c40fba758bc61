import { formatNumber } from './format-number.ts';

/** A number of extensions in words: `1 extension`, `10,000 extensions`. */
export function countExtensions(count: number): string {
  return count === 1 ? '1 extension' : `${formatNumber(count)} extensions`;
}
