/** A text of the code as Markdown that shows just that; what stands in backticks is code there too. */
export function escapeText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, nth) => (nth % 2 === 1 ? part : part.replaceAll(/[\\<&*_[\]]/g, '\\$&')))
    .join('');
}
