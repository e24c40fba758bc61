import type { ProblemSummary } from '@orchestra/core';

/** True where a person has to read the code before the package can be published. */
export function needsReview(problems: readonly ProblemSummary[]): boolean {
  return problems.some(
    ({ code, severity }) => code === 'permission-unresolved' && severity === 'warning',
  );
}
