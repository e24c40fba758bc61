import type { Config } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { requirePage } from '../guards/require-page.ts';

/**
 * The page to redirect to after a form: the one that the sign-in page's address names, as in
 * `?return=/extensions/tide-table/`. It is always within the site.
 */
export function returnAddress(request: FastifyRequest, config: Pick<Config, 'site'>): URL {
  const home = siteAddress(request, config);
  const asked = URL.parse(request.headers.referer ?? '')?.searchParams.get('return') ?? '';
  const wanted = URL.parse(asked, home.href);
  const isWithin = wanted?.origin === home.origin && wanted.pathname.startsWith(home.pathname);
  return isWithin ? wanted : home;
}

/** The sign-in page with the message of an error. It keeps the page to return to. */
export function signInAddress(
  request: FastifyRequest,
  { config, problem }: { config: Pick<Config, 'site'>; problem: string },
): URL {
  const page = new URL('sign-in/', siteAddress(request, config));
  const asked = URL.parse(request.headers.referer ?? '')?.searchParams.get('return') ?? null;
  if (asked !== null) page.searchParams.set('return', asked);
  page.hash = problem;
  return page;
}

/**
 * The site's address under the host name that the browser uses, because a cookie of localhost isn't sent to
 * 127.0.0.1.
 */
function siteAddress(request: FastifyRequest, { site }: Pick<Config, 'site'>): URL {
  const { pathname } = new URL(site);
  return new URL(pathname.replace(/\/?$/, '/'), requirePage(request));
}
