import leven from 'leven';

/** The nearest known word to an unknown one; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate) }))
    .sort((left, right) => left.distance - right.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, best.candidate.length / 3)
    ? best.candidate
    : undefined;
}

/**
 * Number of letters to insert, delete or replace (Levenshtein), in UTF-16 units; words of over 100 count as
 * far apart, since the cost is the product of both lengths.
 */
export function editDistance(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  return longer > 100 ? longer : leven(left, right);
}
