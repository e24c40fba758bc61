import pc from 'picocolors';

/** Colours for text; every function returns its text as it is where colours are off. */
export type Style = ReturnType<typeof pc.createColors>;

/** Makes a style. */
export function makeStyle(colour: boolean): Style {
  return pc.createColors(colour);
}

/** The style for what is written to a stream. */
export function styleFor(
  stream: { isTTY?: boolean },
  by: { env: Readonly<Record<string, string | undefined>>; colour: boolean },
): Style {
  return makeStyle(usesColour(stream, by));
}

/**
 * Says whether a stream gets colours: `--no-color` and `NO_COLOR` turn them off, `FORCE_COLOR` on.
 *
 * Source: https://no-color.org
 */
export function usesColour(
  stream: { isTTY?: boolean },
  by: { env: Readonly<Record<string, string | undefined>>; colour: boolean },
): boolean {
  if (!by.colour || (by.env['NO_COLOR'] ?? '') !== '') return false;
  const forced = by.env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0';
  return stream.isTTY === true && by.env['TERM'] !== 'dumb';
}
