import { plainLines, type Style } from '@orchestra/terminal';
import { createPatch, FILE_HEADERS_ONLY } from 'diff';

const mostCharacters = 400;

/** Renders the changes of a file, as `diff -u` does. */
export function renderDiff(
  file: string,
  { before, after, style }: { before: string; after: string; style: Style },
): string {
  const options = { context: 2, stripTrailingCr: true, headerOptions: FILE_HEADERS_ONLY };
  const patch = createPatch(file, before, after, '', '', options);
  const lines = patch.trimEnd().split('\n');
  return lines.map((line) => renderLine(line, style)).join('\n');
}

function renderLine(written: string, style: Style): string {
  const sign = written.slice(0, 1);
  const line = plainLine(written);
  if (/^(?:---|\+\+\+) /.test(written)) return style.bold(line);
  if (sign === '+') return style.green(line);
  if (sign === '-') return style.red(line);
  return sign === '@' ? style.cyan(line) : style.dim(line);
}

/** Makes a line safe for a terminal, and limits its length. */
function plainLine(written: string): string {
  const sign = written.slice(0, 1);
  const rest = written.slice(1, mostCharacters).replaceAll('\t', '  ');
  const indent = /^ */.exec(rest)?.[0] ?? '';
  return `${sign}${indent}${plainLines(rest)}${written.length > mostCharacters ? '…' : ''}`;
}
