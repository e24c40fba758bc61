import { RegistryError } from '@orchestra/core';
import type { Style } from '../style/style.ts';
import { plainLines } from '../text/plain.ts';
import { renderHint } from './render-hint.ts';
import { renderProblems } from './render-problems.ts';

/**
 * Renders an error for people, in whole lines: what happened and what to do next; for a bug also its stack.
 */
export function renderError(error: unknown, style: Style): string {
  if (!(error instanceof RegistryError)) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${style.red('bug')} ${plainLines(trace)}\n${style.dim('hint:')} This should not happen; please report it with the lines above.\n`;
  }
  const problems = error.problems.length === 0 ? '' : `${renderProblems(error.problems, style)}\n`;
  const hint = error.hint === undefined ? '' : `${renderHint(error.hint, { style, indent: '' })}\n`;
  return `${problems}${style.red('error')} ${plainLines(error.message)} ${style.dim(error.code)}\n${hint}`;
}
