import pc from 'picocolors';

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

/**
 * True where output to a stream is coloured: `NO_COLOR` turns colours off, `FORCE_COLOR` on; otherwise only
 * terminals have them, also in CI.
 *
 * Source: https://no-color.org
 */
export function usesColour(
  stream: { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
