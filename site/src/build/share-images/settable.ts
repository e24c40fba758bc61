import { findGlyph } from './find-glyph.ts';
import type { Typeface } from './load-typeface.ts';

/**
 * Prepares a text for the typeface: removes invisible characters, and symbols without a glyph, such as emoji.
 * Null where letters have no glyph, because a text with missing letters would be unreadable.
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
