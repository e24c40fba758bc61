/**
 * The words of a query, in lower case: letters and digits of any script, without what is between them.
 * They hold nothing that PostgreSQL could take for syntax.
 */
export function splitWords(query: string): string[] {
  return query
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}
