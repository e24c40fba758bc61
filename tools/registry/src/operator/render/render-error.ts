import { RegistryError } from '@orchestra/core';
import { renderProblems } from './render-problems.ts';
import type { Colors } from './render.ts';

/** What went wrong and what to do next; a bug with where it happened. */
export function renderError(error: unknown, colors: Colors): string {
  if (!(error instanceof RegistryError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${colors.red('bug')} ${text}\n`;
  }
  const hint = error.hint === undefined ? '' : `${colors.dim('hint')}  ${error.hint}\n`;
  return `${renderProblems(error.problems, colors)}${colors.red('error')} ${error.message}\n${hint}`;
}

/** The same for a program: `{"error":{"code","message","hint","problems"?}}`. */
export function errorJson(error: unknown): object {
  if (!(error instanceof RegistryError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: { code: 'bug', message, hint: 'Please report it.' } };
  }
  const { code, message, hint = null, problems } = error;
  return { error: { code, message, hint, ...(problems.length === 0 ? {} : { problems }) } };
}
