/** Escapes a text for Markdown; parts in backticks stay code. */
export function escapeText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, nth) => (nth % 2 === 1 ? part : part.replaceAll(/[\\<&*_[\]]/g, '\\$&')))
    .join('');
}
