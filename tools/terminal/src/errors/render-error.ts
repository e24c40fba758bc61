import { RegistryError } from '@orchestra/core';
import { plain, plainLines } from './plain.ts';
import { renderProblems } from './render-problems.ts';
import type { Style } from './style.ts';

/** An error for a person, on standard error. */
export function renderError(error: unknown, style: Style): string {
  if (!(error instanceof RegistryError)) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${style.red('bug')} ${trace}\n${style.dim('hint:')} This should not happen; please report it with the lines above.\n`;
  }
  const problems = error.problems.length === 0 ? '' : `${renderProblems(error.problems, style)}\n`;
  const hint = error.hint === undefined ? '' : `${style.dim('hint:')} ${plainLines(error.hint)}\n`;
  return `${problems}${style.red('error')} ${plainLines(error.message)} ${style.dim(error.code)}\n${hint}`;
}

/** An error for a machine, on standard output. */
export function errorJson(error: unknown): unknown {
  if (!(error instanceof RegistryError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: { code: 'bug', message, hint: 'Please report this.' } };
  }
  const { code, message, hint, problems } = error;
  return {
    error: {
      code,
      message: plain(message),
      hint: hint ?? null,
      ...(problems.length === 0 ? {} : { problems }),
    },
  };
}
