/**
 * True where installs may be reported to registries. `DO_NOT_TRACK=1` and `ORCHESTRA_TELEMETRY=0` forbid it.
 *
 * Source: https://consoledonottrack.com
 */
export function mayReport(env: Readonly<Record<string, string | undefined>>): boolean {
  const never = !/^(?:|0|false)$/i.test(env['DO_NOT_TRACK'] ?? '');
  const off = /^(?:0|false|off|no)$/i.test(env['ORCHESTRA_TELEMETRY'] ?? '');
  return !never && !off;
}
