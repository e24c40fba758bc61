import stringWidth from 'fast-string-width';

const narrowest = 30;

/**
 * Breaks lines that are wider than the terminal between words, and indents the rest to the column of its
 * cell. Output to a file or pipe is unchanged.
 */
export function fitColumns(
  text: string,
  { isTTY, columns }: { isTTY?: boolean; columns?: number },
): string {
  if (isTTY !== true || columns === undefined || columns < narrowest) return text;
  return text
    .split('\n')
    .map((line) => fitLine(line, columns))
    .join('\n');
}

function fitLine(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  const hanging = hangingIndent(line, columns);
  const lines: string[] = [];
  let current = '';
  for (const [, spaces = '', word = ''] of line.matchAll(/( *)([^ ]+)/g)) {
    const longer = current + spaces + word;
    if (current.trim() === '' || stringWidth(longer) <= columns) current = longer;
    else {
      lines.push(current);
      current = ' '.repeat(hanging) + word;
    }
  }
  return [...lines, current].join('\n');
}

/** Column of the last cell that leaves enough of the line. Cells are two spaces apart. */
function hangingIndent(line: string, columns: number): number {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const starts = [...line.matchAll(/ {2,}(?=[^ ])/g)].map(({ 0: gap, index }) =>
    stringWidth(line.slice(0, index + gap.length)),
  );
  return starts.findLast((start) => start <= columns * 0.6) ?? indent;
}
