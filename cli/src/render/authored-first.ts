import { type Place } from '@orchestra/core';
import { showPlace } from '@orchestra/code-analysis';

/** Sorts findings in the author's own code before those in packages. */
export function authoredFirst<T extends { place: Place }>(found: readonly T[]): T[] {
  const isOwn = ({ place }: T) => !/(?:^|\/)node_modules\//.test(showPlace(place));
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}
