import type { Problem } from '@orchestra/core';
import { renderProblems, type Style } from '@orchestra/terminal';

/** Renders what was found in an extension whose contents are shown as well. */
export function renderFound(problems: readonly Problem[], style: Style): string {
  return renderProblems(withoutPlaces(problems), style);
}

/**
 * Leaves out the places that can't be resolved, which are shown with the contents, where `review-required`
 * tells of them.
 */
export function withoutPlaces(problems: readonly Problem[]): Problem[] {
  const isTold = problems.some(({ code }) => code === 'review-required');
  const isPlace = ({ code, severity }: Problem) =>
    code === 'permission-unresolved' && severity === 'warning';
  return problems.filter((found) => !isTold || !isPlace(found));
}
