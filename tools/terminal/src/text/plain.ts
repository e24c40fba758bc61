/**
 * Makes a text of somebody else safe for a terminal: escape sequences, other control characters and
 * characters that reorder text go, and white space becomes single spaces.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .trim();
}

/** As {@link plain}, but line by line. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ''))
    .join('\n')
    .trim();
}
