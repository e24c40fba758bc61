import type { Config } from '@orchestra/core';

/**
 * The content security policy of every page: scripts, styles and images of the site only, images of published
 * extensions from the registry's docs, and requests to its API. Nothing inline.
 *
 * It is part of the pages, so that it applies even where a host sends no headers.
 */
export function contentPolicy({ site, docs, api }: Pick<Config, 'site' | 'docs' | 'api'>): string {
  // in addition to 'self', because a local site has several host names but its addresses use one
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
