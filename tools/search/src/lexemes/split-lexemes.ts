/**
 * Splits a query into words as PostgreSQL compares them: lower case, letters and digits of any script with
 * their accents, nothing else. They can't contain `tsquery` syntax.
 */
export function splitLexemes(query: string): string[] {
  return query
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}
