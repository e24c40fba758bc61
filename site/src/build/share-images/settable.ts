import { findGlyph } from './find-glyph.ts';
import type { Typeface } from './load-typeface.ts';

/**
 * A text as the typeface can show it: symbols that it lacks (emoji, say) and invisible characters are left
 * out. Null where it lacks letters: a text in a script that we can't set is better not shown than torn.
 */
export function settable(text: string, typeface: Typeface): string | null {
  const letters = [...text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '')];
  const known = letters.filter((letter) => findGlyph(letter, typeface) !== null);
  if (letters.filter(isLetter).length > known.filter(isLetter).length) return null;
  const shown = known.join('').replaceAll(/ +/g, ' ').trim();
  return shown === '' ? null : shown;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
