import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';

/**
 * Finds the page that a request comes from. Browsers send it with every write; {@link guardOrigin} has
 * refused pages of other sites.
 *
 * Source: https://fetch.spec.whatwg.org/#origin-header
 *
 * @returns the page's origin
 * @throws RegistryError `origin-forbidden` for a request that comes from no page, or by a redirect from
 *   another site
 */
export function requirePage({ headers }: FastifyRequest): string {
  const { origin } = headers;
  const from = headers['sec-fetch-site'] ?? 'same-origin'; // older browsers don't send it
  if (origin !== undefined && from === 'same-origin') return origin;
  throw new RegistryError(
    'origin-forbidden',
    'Expected a page of this registry as the Origin; found none',
    { hint: 'Programs send a token, as Authorization: Bearer TOKEN, and no cookie.' },
  );
}
