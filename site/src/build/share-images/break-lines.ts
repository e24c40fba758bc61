/**
 * Breaks a text into lines. Too long words are cut, and text that doesn't fit is replaced by an ellipsis.
 *
 * @param options.fits returns whether a text fits on a line
 */
export function breakLines(
  text: string,
  options: { most: number; fits: (line: string) => boolean },
): string[] {
  const { most, fits } = options;
  const lines: string[] = [];
  let words = text.split(' ');
  while (words.length > 0) {
    if (lines.length === most - 1) return [...lines, shorten(words.join(' '), fits)];
    let taken = 1;
    while (taken < words.length && fits(words.slice(0, taken + 1).join(' '))) taken += 1;
    lines.push(shorten(words.slice(0, taken).join(' '), fits));
    words = words.slice(taken);
  }
  return lines;
}

/** The longest beginning that fits, with an ellipsis where text is missing. */
function shorten(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const letters = [...line];
  let [low, high] = [0, letters.length];
  const cut = (length: number) => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}
