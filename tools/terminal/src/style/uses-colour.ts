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
