const format = new Intl.NumberFormat('en-GB');

/** Formats a number in full: 12,345. */
export function formatNumber(count: number): string {
  return format.format(count);
}
