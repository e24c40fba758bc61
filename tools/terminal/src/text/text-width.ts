import stringWidth from 'fast-string-width';

/** Columns that a text takes on a terminal, without colours. */
export function textWidth(text: string): number {
  return stringWidth(text);
}
