import type { ReadResponse, RunningApi } from './start-api.ts';

/** Of the pages of the registry that {@link RunningApi} is. */
export const ownOrigin = 'http://127.0.0.1:4400';

/** A page of the registry: what a browser says of requests from it. */
export const fromPage = { origin: ownOrigin, 'sec-fetch-site': 'same-origin' };

/** Signs a browser in by script, or by whatever else is said. */
export function signIn(
  api: RunningApi,
  token: string,
  init: { headers?: Record<string, string>; body?: string } = {},
): Promise<ReadResponse> {
  return api.send('/auth/local', {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(init.headers ?? fromPage) },
    body: init.body ?? JSON.stringify({ token }),
  });
}

/** Signs a browser in by the form of the sign-in page. */
export function signInByForm(
  api: RunningApi,
  token: string,
  headers: Record<string, string> = {},
): Promise<ReadResponse> {
  return signIn(api, token, {
    headers: { ...fromPage, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ token }).toString(),
  });
}

/** What a browser would send back of an answer's cookies. */
export function cookieOf({ headers }: ReadResponse): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/s, ''))
    .join('; ');
}
