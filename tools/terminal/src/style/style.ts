import pc from 'picocolors';
import { usesColour } from './uses-colour.ts';

/** Colours for text; every function returns its text as it is where colours are off. */
export type Style = ReturnType<typeof pc.createColors>;

/** Makes a style. */
export function makeStyle(colour: boolean): Style {
  return pc.createColors(colour);
}

/** The style for what is written to a stream; `--no-color` turns colours off whatever it is. */
export function styleFor(
  stream: { isTTY?: boolean },
  by: { env: Readonly<Record<string, string | undefined>>; colour: boolean },
): Style {
  return makeStyle(by.colour && usesColour(stream, by.env));
}
