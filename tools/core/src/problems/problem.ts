import { problemKinds, type ProblemCode } from './problems.ts';
import type { UnresolvedCause } from '../permissions/unresolved-causes.ts';
import { showable } from '../text/showable.ts';

/** How serious a problem is: an `error` stops a publish; a `warning` and an `info` are only reported. */
export type Severity = 'error' | 'warning' | 'info';

/** Something a person got wrong in a file they wrote. Problems are collected, never thrown one by one. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /**
   * Location: `package.json#/engines/orchestra` (a JSON pointer into a file), `dist/main.js:3:12` (line and
   * column, from 1) or just a file's path.
   */
  path: string;
  /** What happened, with what was expected and what was found. */
  message: string;
  /** What to do next; a line each where several things are to be done. */
  hint: string;
  /** Of `permission-unresolved`: why nobody can tell what the code uses. */
  cause?: UnresolvedCause;
}

/**
 * Makes a problem. The severity and the usual hint come from {@link problemKinds}.
 *
 * @param where.hint replaces the usual hint where a better one is known, such as a proposed name
 */
export function problem(
  code: ProblemCode,
  where: {
    path: string;
    message: string;
    hint?: string;
    severity?: Severity;
    cause?: UnresolvedCause;
  },
): Problem {
  const kind = problemKinds[code];
  return {
    code,
    severity: where.severity ?? kind.severity,
    path: showable(where.path),
    message: showable(where.message),
    hint: (where.hint ?? kind.hint).split('\n').map(showable).join('\n'),
    ...(where.cause === undefined ? {} : { cause: where.cause }),
  };
}

/** True where at least one problem stops a publish. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((found) => found.severity === 'error');
}
