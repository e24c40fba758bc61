/**
 * True where an `If-None-Match` header contains an entity tag, by weak comparison.
 *
 * Source: RFC 9110, section 13.1.2.
 */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = new Set(header.split(',').map((one) => one.trim().replace(/^W\//, '')));
  return tags.has('*') || tags.has(tag);
}
