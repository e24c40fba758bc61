import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A weight of Inter, as one font a script: what one lacks another has. */
export type Typeface = readonly Font[];

/** Scripts that Inter has, the most frequent first. */
const scripts = [
  'latin',
  'latin-ext',
  'cyrillic',
  'greek',
  'vietnamese',
  'cyrillic-ext',
  'greek-ext',
];

/**
 * Reads a weight of Inter (SIL Open Font License), which npm brings: an image is the same on every
 * machine, whatever fonts it has.
 */
export function loadTypeface(weight: 400 | 600): Typeface {
  return scripts.map((script) => {
    const path = require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`);
    const font = create(readFileSync(path));
    if (font.isCollection) throw new Error(`${path} holds several fonts`);
    return font;
  });
}

const require = createRequire(import.meta.url);
