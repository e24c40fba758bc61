import pc from 'picocolors';
import { usesColour } from './uses-colour.ts';

/** Functions that colour text, or return it unchanged where colours are off. */
export type Style = ReturnType<typeof pc.createColors>;

/** Makes a style with or without colours. */
export function makeStyle(colour: boolean): Style {
  return pc.createColors(colour);
}

/** The style for a stream; `--no-color` always turns colours off. */
export function styleFor(
  stream: { isTTY?: boolean },
  by: { env: Readonly<Record<string, string | undefined>>; colour: boolean },
): Style {
  return makeStyle(by.colour && usesColour(stream, by.env));
}
