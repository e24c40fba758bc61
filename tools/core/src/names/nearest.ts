import leven from 'leven';

/** The nearest known word to an unknown one; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of known) {
    const most = Math.max(2, candidate.length / 3);
    // no fewer letters differ than one of them is longer by: the costly count needn't be made
    if (Math.abs(candidate.length - typed.length) > most) continue;
    const distance = editDistance(typed, candidate);
    if (distance > most || (best !== undefined && distance >= best.distance)) continue;
    best = { candidate, distance };
  }
  return best?.candidate;
}

/**
 * Number of letters to insert, delete or replace (Levenshtein), in UTF-16 units; words of over 100 count as
 * far apart, since the cost is the product of both lengths.
 */
export function editDistance(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  return longer > 100 ? longer : leven(left, right);
}
