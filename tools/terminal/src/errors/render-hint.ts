import type { Style } from '../style/style.ts';
import { plainLines } from '../text/plain.ts';

/** Renders what to do next: its first line behind the word `hint`, others below it, so that none looks like output of its own. */
export function renderHint(
  hint: string,
  { style, indent }: { style: Style; indent: string },
): string {
  const lines = plainLines(hint).split('\n');
  return `${indent}${style.dim('hint:')} ${lines.join(`\n${indent}      `)}`;
}
