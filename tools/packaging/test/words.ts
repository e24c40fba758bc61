/** As many different short words as one asks for. */
export function words(count: number): string[] {
  return Array.from({ length: count }, (_, nth) => nth.toString(36));
}
