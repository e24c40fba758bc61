const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Formats a large number in short: 812, 14.2K, 3.1M. */
export function formatCount(count: number): string {
  return format.format(count);
}
