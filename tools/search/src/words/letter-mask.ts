/** The letters of a word as bits: one for each of a to z; all others share a few. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << ((word.charCodeAt(at) + 31) % 32);
  return mask;
}

/** Number of letters of one word that another lacks: the least number of typos between them. */
export function missingLetters(of: number, from: number): number {
  let left = of & ~from;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
