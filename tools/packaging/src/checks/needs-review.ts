import type { ProblemSummary } from '@orchestra/core';

/** True where the checks left something that only a person can decide, who reads the code. */
export function needsReview(problems: readonly ProblemSummary[]): boolean {
  return problems.some(
    ({ code, severity }) => code === 'permission-unresolved' && severity === 'warning',
  );
}
