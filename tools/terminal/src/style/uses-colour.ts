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
