import { findGlyph } from './find-glyph.ts';
import type { Typeface } from './load-typeface.ts';

/** A line of text as outlines, with its baseline at 0,0. */
export interface SetLine {
  /** SVG elements. */
  svg: string;
  /** Width in pixels. */
  width: number;
}

/** Sets a line of text in a typeface; characters without a glyph are left out. */
export function setLine(
  text: string,
  { typeface, size }: { typeface: Typeface; size: number },
): SetLine {
  const outlines: string[] = [];
  let x = 0;
  for (const letter of text) {
    const glyph = findGlyph(letter, typeface);
    if (glyph === null) continue;
    const scale = glyph.unit * size;
    const place = `translate(${x.toFixed(2)} 0) scale(${scale} ${-scale})`;
    if (glyph.path !== '') outlines.push(`<path transform="${place}" d="${glyph.path}"/>`);
    x += glyph.advance * size;
  }
  return { svg: outlines.join(''), width: x };
}
