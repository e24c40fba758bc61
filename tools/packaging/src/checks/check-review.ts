import { type Problem, problem, problemKinds } from '@orchestra/core';
import { needsReview } from './needs-review.ts';

/** Places that the message names; every one of them is a problem of its own. */
const mostPlaces = 3;

/**
 * Tells once that publishing waits for a person, and why: where other checks found code that may need more
 * than is declared.
 *
 * @param found what the other checks found, in full
 */
export function checkReview(found: readonly Problem[]): Problem[] {
  const open = found.filter((one) => needsReview([one]));
  const places = [...new Set(open.map(({ path }) => path))];
  const [first] = places;
  if (first === undefined) return [];
  const named = places.slice(0, mostPlaces).join(', ');
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  const where = places.length === 1 ? `at ${named}` : `at ${places.length} places: ${named}${more}`;
  const message = `Publishing it would wait for a person: nobody can tell by reading the code what it uses ${where}`;
  // where all places have one advice of their own, it is the one
  const [hint = '', ...others] = new Set(open.map((one) => one.hint));
  const isOwn = others.length === 0 && hint !== problemKinds['permission-unresolved'].hint;
  return [problem('review-required', { path: first, message, ...(isOwn ? { hint } : {}) })];
}
