import type { Config } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { requirePage } from '../guards/require-page.ts';

/**
 * Where a browser goes after a form: to the page that the sign-in page was asked to return to, by
 * `?return=/extensions/tide-table/` in its own address. Always within the site, whatever is asked.
 */
export function returnAddress(request: FastifyRequest, config: Pick<Config, 'site'>): URL {
  const home = siteAddress(request, config);
  const asked = URL.parse(request.headers.referer ?? '')?.searchParams.get('return') ?? '';
  const wanted = URL.parse(asked, home.href);
  const isWithin = wanted?.origin === home.origin && wanted.pathname.startsWith(home.pathname);
  return isWithin ? wanted : home;
}

/** The sign-in page, which shows what it says of the problem with an id. It still knows where to return to. */
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

/** By the name that the browser calls it: a cookie of localhost is not sent to 127.0.0.1. */
function siteAddress(request: FastifyRequest, { site }: Pick<Config, 'site'>): URL {
  const { pathname } = new URL(site);
  return new URL(pathname.replace(/\/?$/, '/'), requirePage(request));
}
