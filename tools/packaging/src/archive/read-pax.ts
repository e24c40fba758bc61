/** The path that a pax header gives to the entry after it, if it gives one. */
export interface PaxPath {
  path?: string;
}

/**
 * Pax keywords without effect on what is unpacked, or where. Source: POSIX.1-2017, pax, "Extended Header".
 */
const harmless = /^(?:[acm]time|comment|[ug]id|[ug]name|(?:SCHILY|LIBARCHIVE)\..*)$/s;

/**
 * Reads a pax header: records of `length key=value\n`, where the length counts the whole record.
 *
 * @returns null where a length is wrong, or where a record changes more than a path: programs disagree about
 *   such headers
 */
export function readPax(body: Buffer): PaxPath | null {
  const found: PaxPath = {};
  for (let at = 0; at < body.length;) {
    const space = body.indexOf(' ', at);
    const digits = space === -1 ? '' : body.toString('latin1', at, space);
    if (!/^[1-9]\d{0,6}$/.test(digits)) return null;
    const end = at + Number(digits);
    if (end > body.length || end <= space + 1 || body[end - 1] !== 10) return null;
    const record = body.toString('utf8', space + 1, end - 1);
    const equals = record.indexOf('=');
    const key = record.slice(0, Math.max(equals, 0));
    if (record.includes('\n') || record.includes('\0')) return null;
    if (key === 'path') found.path = record.slice(equals + 1);
    else if (!harmless.test(key)) return null;
    at = end;
  }
  return found;
}
