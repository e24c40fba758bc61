import type { Config } from '@orchestra/core';

/**
 * The content security policy of every page: scripts, styles and images of the site alone, images of
 * published extensions from where the registry keeps them, answers of its API. Nothing inline.
 *
 * It stands in the pages themselves, so that it also holds where a host sends no headers.
 */
export function contentPolicy({ site, docs, api }: Pick<Config, 'site' | 'docs' | 'api'>): string {
  // named beside 'self': a site on this machine is reached by several names, its addresses have one
  const from = (url: string | null) => `'self' ${new URL(url ?? site).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${from(docs)}`,
    `connect-src ${from(api)}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    `form-action ${from(api)}`,
    "base-uri 'none'",
  ].join('; ');
}
