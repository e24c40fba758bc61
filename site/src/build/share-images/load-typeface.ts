import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One weight of Inter: a list of fonts for different scripts, tried in order. */
export type Typeface = readonly Font[];

/** Scripts that Inter supports, the most frequent first. */
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
 * Loads a weight of Inter (SIL Open Font License) from an npm package, so that images are the same on every
 * machine.
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
