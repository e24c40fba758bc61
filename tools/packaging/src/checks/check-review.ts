import { showPlace } from '@orchestra/code-analysis';
import { findUnclear, isBounded, isUnread, type Problem, problem } from '@orchestra/core';
import type { CheckedPackage } from './check.ts';
import { needsReview } from './needs-review.ts';
import { reviewHint } from './review-hint.ts';

/** Places that the message names; every one of them is a problem of its own. */
const mostPlaces = 3;

/**
 * Tells once that publishing waits for a person, and why: where other checks found code that may need more
 * than is declared.
 *
 * @param found what the other checks found, in full
 */
export function checkReview(
  found: readonly Problem[],
  { analysis: { unresolved }, manifest }: Pick<CheckedPackage, 'analysis' | 'manifest'>,
): Problem[] {
  const open = found.filter((one) => needsReview([one]));
  const places = [...new Set(open.map(({ path }) => path))];
  const [first] = places;
  if (first === undefined) return [];
  const named = places.slice(0, mostPlaces).join(', ');
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  const where = places.length === 1 ? `at ${named}` : `at ${places.length} places: ${named}${more}`;
  const cut = [...new Set(unresolved.filter(isUnread).map(({ place }) => showPlace(place)))];
  const end = cut.length === 0 ? '' : `; reading ended at ${cut.slice(0, mostPlaces).join(', ')}`;
  const message = `Publishing it would wait for a person: nobody can tell by reading the code what it uses ${where}${end}. ${describeNeed(unresolved, manifest.permissions)}`;
  return [problem('review-required', { path: first, message, hint: reviewHint(found, null) })];
}

function describeNeed(
  unresolved: CheckedPackage['analysis']['unresolved'],
  declared: readonly string[],
): string {
  const { mayNeed } = findUnclear(unresolved, declared);
  if (mayNeed.length === 0)
    return 'All permissions are declared, and still nobody can tell which code it runs';
  const told = `It may need ${mayNeed.join(', ')} as well`;
  return unresolved.every(isBounded)
    ? `${told}: once that is declared, people agree to it and nobody has to look`
    : told;
}
