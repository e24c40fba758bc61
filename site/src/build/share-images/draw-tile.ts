import { iconHue } from '../../components/icon-hue.ts';
import { loadTypeface } from './load-typeface.ts';
import { setLine } from './set-line.ts';
import { settable } from './settable.ts';

/**
 * Draws the substitute for a missing icon: the first letter on a colour derived from the name, as on the
 * pages.
 */
export function drawTile({ name, title }: { name: string; title: string }, size: number): string {
  const [letter = '?'] = (settable(title, bold) ?? name).toUpperCase();
  const { svg, width } = setLine(letter, { typeface: bold, size: size * 0.46 });
  const hue = hues[iconHue(name)] ?? 0;
  return (
    `<rect width="${size}" height="${size}" rx="${size * 0.22}" fill="hsl(${hue},36%,88%)"/>` +
    `<g fill="hsl(${hue},55%,26%)" transform="translate(${(size - width) / 2} ${size * 0.665})">${svg}</g>`
  );
}

/** The same hues as in `cards.css`. */
const hues = [4, 28, 46, 78, 120, 152, 176, 198, 220, 252, 286, 328];

const bold = loadTypeface(600);
