import pc from 'picocolors';

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

/**
 * Says whether what is written to a stream gets colours: `NO_COLOR` turns them off, `FORCE_COLOR`
 * on; otherwise a terminal has them, and a file or a pipe has none, also in CI.
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
