import { ServiceError } from '../service-error.ts';
import type { TextEdit, TextRange } from '../services.ts';

type Position = TextRange['start'];

/** Where lines begin, and end without what breaks them; in UTF-16 units. */
function findLines(text: string): { from: number; to: number }[] {
  const lines: { from: number; to: number }[] = [];
  let from = 0;
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ from, to: index });
    from = index + ending.length;
  }
  return [...lines, { from, to: text.length }];
}

/**
 * Applies edits all at once: their places are those before any of them.
 *
 * @throws ServiceError `invalid-argument` where a place isn't in the text, or edits overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = findLines(text);
  const offsetOf = ({ line, column }: Position): number => {
    const found = lines[line];
    if (
      found !== undefined &&
      Number.isInteger(column) &&
      column >= 0 &&
      found.from + column <= found.to
    ) {
      return found.from + column;
    }
    const has =
      found === undefined
        ? `lines 0 to ${lines.length - 1}`
        : `columns 0 to ${found.to - found.from} there`;
    throw new ServiceError(
      'invalid-argument',
      `Line ${line}, column ${column} isn't in the document, which has ${has}`,
    );
  };
  const places = edits
    .map(({ range, text: put }) => ({ from: offsetOf(range.start), to: offsetOf(range.end), put }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  let made = '';
  let at = 0;
  for (const { from, to, put } of places) {
    if (to < from) throw new ServiceError('invalid-argument', 'An edit ends before it begins');
    if (from < at) throw new ServiceError('invalid-argument', 'Edits overlap');
    made += text.slice(at, from) + put;
    at = to;
  }
  return made + text.slice(at);
}

/** The nearest place that is in a text. */
export function clampPosition(text: string, { line, column }: Position): Position {
  const lines = findLines(text);
  const inText = Math.min(Math.max(0, Math.trunc(line) || 0), lines.length - 1);
  const { from, to } = lines[inText] ?? { from: 0, to: 0 };
  return { line: inText, column: Math.min(Math.max(0, Math.trunc(column) || 0), to - from) };
}
