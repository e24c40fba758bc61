import type { Config } from '@orchestra/core';
import { parseCookie, stringifySetCookie } from 'cookie';

type Site = Pick<Config, 'site'>;

/**
 * The session's secret in a `Cookie` header; null where there is none.
 *
 * Browsers send cookies of 127.0.0.1 to all its ports, so that each registry uses its own cookie names.
 */
export function readSessionCookie(header: string | undefined, of: Site): string | null {
  return (header === undefined ? undefined : parseCookie(header)[namesOf(of).session]) ?? null;
}

/**
 * The `Set-Cookie` headers for signing in: the secret, which scripts can't read, and a marker that tells
 * scripts that there is one.
 */
export function signedInCookies(
  { secret, expiresAt }: { secret: string; expiresAt: string },
  of: Site,
): string[] {
  return setCookies({ session: secret, note: '1', expires: new Date(expiresAt) }, of);
}

/** The `Set-Cookie` headers that sign a browser out. */
export function signedOutCookies(of: Site): string[] {
  return setCookies({ session: '', note: '', expires: new Date(0) }, of);
}

function setCookies(to: { session: string; note: string; expires: Date }, of: Site): string[] {
  const names = namesOf(of);
  const { expires } = to;
  const secure = of.site.startsWith('https:');
  const shared = { path: '/', sameSite: 'strict', secure, expires } as const;
  return [
    stringifySetCookie({ name: names.session, value: to.session, httpOnly: true, ...shared }),
    stringifySetCookie({ name: names.note, value: to.note, ...shared }),
  ];
}

/** Name of the cookie with the session's secret. */
export function sessionCookieName(of: Site): string {
  return namesOf(of).session;
}

/** Names of the two cookies. Source of the prefix: draft-ietf-httpbis-rfc6265bis-20, section 4.1.3.2 */
function namesOf({ site }: Site): { session: string; note: string } {
  const { port, protocol } = new URL(site);
  const suffix = port === '' ? '' : `-${port}`;
  const prefix = protocol === 'https:' ? '__Host-' : '';
  return {
    session: `${prefix}orchestra-session${suffix}`,
    note: `orchestra-signed-in${suffix}`,
  };
}
