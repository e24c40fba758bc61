import type { Typeface } from './load-typeface.ts';

/** The outline of a character. */
export interface Glyph {
  /** Width in ems. */
  advance: number;
  /** SVG path data in font units; the y axis points up. */
  path: string;
  /** Size of a font unit in ems. */
  unit: number;
}

/** The glyph of a character; null where the typeface lacks it. */
export function findGlyph(letter: string, typeface: Typeface): Glyph | null {
  const known = glyphs.get(typeface) ?? new Map<string, Glyph | null>();
  glyphs.set(typeface, known);
  const before = known.get(letter);
  if (before !== undefined) return before;
  const glyph = readGlyph(letter.codePointAt(0) ?? 0, typeface);
  known.set(letter, glyph);
  return glyph;
}

/** Cached, because reading an outline takes longer than drawing it, and letters repeat. */
const glyphs = new WeakMap<Typeface, Map<string, Glyph | null>>();

function readGlyph(codePoint: number, typeface: Typeface): Glyph | null {
  const font = typeface.find((one) => one.hasGlyphForCodePoint(codePoint));
  if (font === undefined) return null;
  const { advanceWidth, path } = font.glyphForCodePoint(codePoint);
  const unit = 1 / font.unitsPerEm;
  return { advance: advanceWidth * unit, path: path.toSVG(), unit };
}
