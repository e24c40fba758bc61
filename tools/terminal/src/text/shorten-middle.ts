import stringWidth from 'fast-string-width';

/** Columns that a text takes on a terminal. */
export const countColumns = (text: string): number => stringWidth(text);

/** Leaves out what is in the middle of a text that is wider than so many columns; its end has more to say. */
export function shortenMiddle(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  const parts = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  const start = takeColumns(parts, Math.floor((columns - 1) / 3));
  const end = takeColumns(parts.toReversed(), columns - 1 - stringWidth(start.join('')));
  return `${start.join('')}…${end.toReversed().join('')}`;
}

/** As many of the first parts as fit. */
function takeColumns(parts: readonly string[], columns: number): string[] {
  let width = 0;
  const taken = parts.findIndex((part) => (width += stringWidth(part)) > columns);
  return parts.slice(0, taken === -1 ? parts.length : taken);
}
