import type { Problem } from '@orchestra/core';
import { renderProblems, type Style } from '@orchestra/terminal';

/**
 * Renders what was found in an extension whose contents are shown as well: places that can't be resolved
 * stand there, so that `review-required` alone is told of them.
 */
export function renderFound(problems: readonly Problem[], style: Style): string {
  const isTold = problems.some(({ code }) => code === 'review-required');
  const isPlace = ({ code, severity }: Problem) =>
    code === 'permission-unresolved' && severity === 'warning';
  return renderProblems(
    problems.filter((found) => !isTold || !isPlace(found)),
    style,
  );
}
