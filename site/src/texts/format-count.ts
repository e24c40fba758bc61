const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A number of people or downloads in short: 812, 14.2K, 3.1M. */
export function formatCount(count: number): string {
  return format.format(count);
}
