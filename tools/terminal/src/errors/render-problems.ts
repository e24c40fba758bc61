import type { Problem, Severity } from '@orchestra/core';
import type { Style } from '../style/style.ts';
import { count } from '../text/count.ts';
import { plain } from '../text/plain.ts';
import { renderHint } from './render-hint.ts';

/** Renders problems, each with its place, message and hint, and then their number. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  const shown = problems.map((found) => renderProblem(found, style));
  return [...shown, summary(problems, style)].join('\n');
}

function renderProblem(found: Problem, style: Style): string {
  const colours = { error: style.red, warning: style.yellow, info: style.cyan };
  const head = `${colours[found.severity](found.severity)} ${style.bold(plain(found.path))} ${style.dim(found.code)}`;
  return `${head}\n  ${plain(found.message)}\n${renderHint(found.hint, { style, indent: '  ' })}\n`;
}

function summary(problems: readonly Problem[], style: Style): string {
  const number = (severity: Severity) =>
    problems.filter((found) => found.severity === severity).length;
  const errors = number('error');
  const rest = `${count(number('warning'), 'warning')}, ${count(number('info'), 'note')}`;
  return errors === 0
    ? `${style.green('No errors')}, ${rest}`
    : `${style.red(count(errors, 'error'))}, ${rest}`;
}
