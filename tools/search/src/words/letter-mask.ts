/** Which letters a word has, as bits: those of the alphabet have one each, all others share a few. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << ((word.charCodeAt(at) + 31) % 32);
  return mask;
}

/** How many letters one word has that another one lacks: it is at least so many typos away. */
export function missingLetters(of: number, from: number): number {
  let left = of & ~from;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
