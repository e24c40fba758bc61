import { countColumns, plain, shortenMiddle, type Style } from '@orchestra/terminal';
import { clock } from './clock.ts';
import type { DevEventOf } from './dev-event.ts';

/** Columns of a call's member, its permissions and its place, where there is room. */
const widths = [24, 16, 20] as const;
/** Columns of the time and the gaps. */
const others = 20;
const fewest = 24;

/**
 * Renders a call of the API as a line, and what went wrong with it below.
 *
 * @param columns of the terminal, which the line is fitted to; undefined where there is none
 */
export function renderCall(
  event: DevEventOf<'call'>,
  style: Style,
  columns: number = Infinity,
): string {
  const { isAllowed, permissions, error } = event;
  const needed = permissions === null ? '?' : permissions.join(', ') || '-';
  const cells = [plain(event.api), needed, plain(event.place ?? '')] as const;
  const took = `${event.durationMs} ms`.padStart(7);
  const left = Math.max(columns - others - took.length, fewest);
  const [api = '', permission = '', place = ''] = fitCells(cells, left);
  const row = [
    style.dim(clock(event.time)),
    (isAllowed ? style.cyan : style.red)(api),
    isAllowed ? permission : style.red(permission),
    style.dim(place),
    style.dim(took),
  ].join('  ');
  if (isAllowed && error === undefined) return row;
  const told = plain(error ?? '');
  if (isAllowed) return `${row}\n${indent}${style.yellow(told)}`;
  const advice =
    permissions === null
      ? ''
      : `\n${indent}${style.dim('hint:')} add ${permissions.map((one) => `"${one}"`).join(', ')} to "permissions" in package.json`;
  return `${row}\n${indent}${style.red(`refused: ${told}`)}${advice}`;
}

const indent = ' '.repeat(14);

/** Shortens cells where they don't fit together, the longest first; pads them where there is room. */
function fitCells(cells: readonly string[], columns: number): string[] {
  const lengths = cells.map(countColumns);
  let spare = columns - lengths.reduce((sum, length) => sum + length, 0);
  for (; spare < 0; spare += 1) {
    const longest = lengths.indexOf(Math.max(...lengths));
    lengths[longest] = (lengths[longest] ?? 0) - 1;
  }
  return cells.map((cell, at) => {
    const length = lengths[at] ?? 0;
    const padding = Math.min(Math.max(0, (widths[at] ?? 0) - length), spare);
    spare -= padding;
    const shown = shortenMiddle(cell, length);
    return shown + ' '.repeat(length + padding - countColumns(shown));
  });
}
