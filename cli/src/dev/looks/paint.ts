import { sanitizeText } from '@orchestra/core';
import { blend, type ColouredToken, parseColour } from '@orchestra/textmate';
import { textWidth } from '@orchestra/terminal';
import type { ColourDepth } from './colour-depth.ts';

/** A text in the colours of a theme. */
export interface Sheet {
  foreground: string;
  background: string;
  lines: readonly (readonly ColouredToken[])[];
}

const black = { red: 0, green: 0, blue: 0, alpha: 1 };
const tab = '    ';
const widest = 100;

/**
 * Paints a text on the background of its theme, for a terminal. Lines that are longer than the terminal is wide are
 * cut.
 *
 * @param by.columns of the terminal
 */
export function paintSheet(
  { foreground, background, lines }: Sheet,
  by: { depth: Exclude<ColourDepth, 'none'>; columns: number },
): string {
  const ground = parseColour(background) ?? black;
  const under = blend(ground, black);
  const over = (colour: string) => blend(parseColour(colour) ?? black, { ...ground, alpha: 1 });
  const width = Math.min(by.columns, widest);
  const code = (colour: string, layer: 38 | 48) => `\u001B[${layer};${codeOf(colour, by.depth)}m`;
  return lines
    .map((tokens) => {
      let left = width - 1;
      const painted = tokens.map((token) => {
        const text = cut(cleanToken(token), left);
        left -= textWidth(text);
        const styles = token.styles.map((style) => `\u001B[${styleCodes[style]}m`).join('');
        const behind = token.background === undefined ? under : over(token.background);
        return `${code(behind, 48)}${code(over(token.foreground), 38)}${styles}${text}\u001B[0m`;
      });
      const rest = `${code(under, 48)}${code(over(foreground), 38)}`;
      return `${rest} ${painted.join('')}${rest}${' '.repeat(Math.max(left, 0))}\u001B[0m`;
    })
    .join('\n');
}

const styleCodes = { bold: 1, italic: 3, underline: 4, strikethrough: 9 } as const;

/** The text of a token without what steers a terminal. */
export function cleanToken({ text }: Pick<ColouredToken, 'text'>): string {
  return sanitizeText(text.replaceAll('\t', tab));
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let short = '';
  for (const char of text) {
    if (textWidth(short + char) > width) break;
    short += char;
  }
  return short;
}

/** @param colour `#rrggbb` */
function codeOf(colour: string, depth: '256' | 'rgb'): string {
  const { red, green, blue } = parseColour(colour) ?? black;
  return depth === 'rgb' ? `2;${red};${green};${blue}` : `5;${nearest256([red, green, blue])}`;
}

/** Levels of red, green and blue in the cube of 216 colours of xterm. */
const levels = [0, 95, 135, 175, 215, 255];

/** The colour of xterm's cube or its greys that is nearest, from 16 to 255. */
function nearest256(parts: readonly [number, number, number]): number {
  const distance = (other: readonly number[]) =>
    parts.reduce((sum, part, nth) => sum + (part - (other[nth] ?? 0)) ** 2, 0);
  const nearestLevel = (part: number) =>
    levels.reduce((best, level, nth) => {
      return Math.abs(level - part) < Math.abs((levels[best] ?? 0) - part) ? nth : best;
    }, 0);
  const [red, green, blue] = parts.map(nearestLevel);
  const cube = [red, green, blue].map((nth) => levels[nth ?? 0] ?? 0);
  const grey = Math.min(
    23,
    Math.max(0, Math.round(((parts[0] + parts[1] + parts[2]) / 3 - 8) / 10)),
  );
  const shade = 8 + grey * 10;
  if (distance([shade, shade, shade]) < distance(cube)) return 232 + grey;
  return 16 + 36 * (red ?? 0) + 6 * (green ?? 0) + (blue ?? 0);
}
