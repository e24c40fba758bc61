import { editDistance } from './nearest.ts';

/** Existing names that people may confuse with a new one. */
export interface NearNames {
  /** Names that differ only by punctuation, or by digits that look like letters. */
  same: string[];
  /** Names that look alike, or are one letter away. */
  near: string[];
}

/** Finds existing names that a new one could be mistaken for. Linear in the number of names. */
export function nearNames(name: string, existing: readonly string[]): NearNames {
  const wanted = skeleton(name);
  const near: NearNames = { same: [], near: [] };
  for (const other of existing) {
    if (other === name || Math.abs(other.length - name.length) > 5) continue;
    const found = skeleton(other);
    if (found === wanted) near.same.push(other);
    else if (looks(found) === looks(wanted) || isOneAway(wanted, found)) near.near.push(other);
  }
  return near;
}

/** A name without punctuation, with digits folded into letters: `t0-d0` and `todo` are one. */
function skeleton(name: string): string {
  return name.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
}

/**
 * Folds letters that look alike in many fonts: `modern` and `modem`, `mail` and `mall`. Some pairs are real
 * words.
 */
function looks(name: string): string {
  return name.replaceAll('rn', 'm').replaceAll('i', 'l');
}

/** True for names that are one letter apart. Short names are left out: they are near each other by chance. */
function isOneAway(left: string, right: string): boolean {
  if (left.length < 6 || Math.abs(left.length - right.length) > 1) return false;
  return editDistance(left, right) === 1;
}
