/**
 * The words of a query as PostgreSQL compares them, in lower case: letters and digits of any script, with their
 * accents, without what is between them. They hold nothing that PostgreSQL could take for syntax.
 */
export function splitLexemes(query: string): string[] {
  return query
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}
