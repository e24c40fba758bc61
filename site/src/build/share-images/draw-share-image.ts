import { iconPaths } from '../../components/icon-paths.ts';
import { breakLines } from './break-lines.ts';
import { loadTypeface, type Typeface } from './load-typeface.ts';
import { setLine } from './set-line.ts';
import { settable } from './settable.ts';
import type { ShareImage } from './share-image.ts';

/** Width and height of the icon in pixels. */
export const iconSize = 132;

/**
 * Draws the image for link previews as SVG of 1200 × 630 pixels. All text is drawn as outlines, so that it
 * can't be interpreted as markup and looks the same everywhere.
 *
 * @param icon SVG elements of `iconSize` pixels, from 0,0
 */
export function drawShareImage(image: ShareImage, icon: string): string {
  const title = settable(image.title, bold) ?? image.name;
  const size = title.length > 26 ? 60 : 78;
  const titleLines = breakLines(title, { most: 2, fits: fitting(bold, size) });
  const lines = breakLines(settable(image.description, regular) ?? '', {
    most: titleLines.length === 1 ? 3 : 2,
    fits: fitting(regular, 34),
  });
  const titleAt = 292;
  const belowTitle = titleAt + (titleLines.length - 1) * size * 1.14 + 62;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">',
    `<rect width="1200" height="630" fill="#fafaf7"/>${seats}`,
    `<g transform="translate(${edge} 68)">${icon}</g>`,
    ...titleLines.map((line, nth) =>
      place(setLine(line, { typeface: bold, size }).svg, {
        at: [edge, titleAt + nth * size * 1.14],
        fill: ink,
      }),
    ),
    ...lines.map((line, nth) =>
      place(setLine(line, { typeface: regular, size: 34 }).svg, {
        at: [edge, belowTitle + nth * 47],
        fill: soft,
      }),
    ),
    drawFoot(image),
    '</svg>',
  ].join('');
}

const regular = loadTypeface(400);
const bold = loadTypeface(600);
const [ink, soft, accent] = ['#16201f', '#53605d', '#0a6b65'];
const edge = 84;
/** Right end of the facts in pixels, which leaves room for the registry's name. */
const mostFacts = 820;

function fitting(typeface: Typeface, size: number, width = 1200 - 2 * edge) {
  return (line: string) => setLine(line, { typeface, size }).width <= width;
}

function place(svg: string, { at: [x, y], fill }: { at: [number, number]; fill: string }): string {
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill="${fill}">${svg}</g>`;
}

/** Draws the foot: publisher and facts on the left, the registry's name on the right. */
function drawFoot({ publisher, facts, registryName }: ShareImage): string {
  const drawn: string[] = [];
  let x = edge;
  const write = (text: string, face: { typeface: Typeface; fill: string }) => {
    const { svg, width } = setLine(text, { typeface: face.typeface, size: 27 });
    if (x + width > mostFacts) return;
    drawn.push(place(svg, { at: [x, 564], fill: face.fill }));
    x += width;
  };
  if (publisher !== null) write(publisher.login, { typeface: bold, fill: ink });
  if (publisher?.verified === true) {
    drawn.push(stroked(iconPaths.verified, { at: [x + 9, 538], scale: 1.35, width: 2 }));
    x += 44;
  }
  for (const fact of facts) {
    x += x === edge ? 0 : 30;
    write(fact, { typeface: regular, fill: soft });
  }
  const [name = ''] = breakLines(settable(registryName, bold) ?? '', {
    most: 1,
    fits: fitting(bold, 27, 1200 - edge - x - 110),
  });
  const { svg, width } = setLine(name, { typeface: bold, size: 27 });
  const at = 1200 - edge - width;
  drawn.push(place(svg, { at: [at, 564], fill: ink }));
  drawn.push(stroked(logo, { at: [at - 52, 528], scale: 1.25, width: 3 }));
  return `<path d="M${edge} 506H${1200 - edge}" stroke="#e2e5df" stroke-width="2"/>${drawn.join('')}`;
}

function stroked(
  path: string,
  { at: [x, y], scale, width }: { at: [number, number]; scale: number; width: number },
): string {
  return (
    `<g transform="translate(${x.toFixed(1)} ${y}) scale(${scale})" fill="none" stroke="${accent}" ` +
    `stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></g>`
  );
}

const logo = 'M3 24a13 13 0 0 1 26 0M9.2 24a6.8 6.8 0 0 1 13.6 0M15.9 24.4h.2';

/** Path of the logo: the seats of an orchestra, seen from above. */
const seats =
  `<g fill="none" stroke="${accent}" stroke-opacity="0.16" stroke-width="11" stroke-linecap="round" stroke-dasharray="0.1 30">` +
  [84, 146, 208].map((radius) => `<circle cx="1116" cy="24" r="${radius}"/>`).join('') +
  '</g>';
