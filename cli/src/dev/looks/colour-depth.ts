import { usesColour } from '@orchestra/terminal';

/** How many colours a terminal has: none, the 256 of xterm, or all of RGB. */
export type ColourDepth = 'none' | '256' | 'rgb';

/**
 * The colours that a stream shows. `FORCE_COLOR=3` asks for all of RGB, `FORCE_COLOR=2` for 256; otherwise
 * `COLORTERM` says whether a terminal has RGB.
 */
export function colourDepth(
  stream: { isTTY?: boolean },
  by: { env: Readonly<Record<string, string | undefined>>; colour: boolean },
): ColourDepth {
  if (!by.colour || !usesColour(stream, by.env)) return 'none';
  const forced = by.env['FORCE_COLOR'];
  if (forced === '3') return 'rgb';
  if (forced === '2') return '256';
  return /^(?:truecolor|24bit)$/i.test(by.env['COLORTERM'] ?? '') ? 'rgb' : '256';
}
