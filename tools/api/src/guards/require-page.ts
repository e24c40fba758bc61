import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';

/**
 * Finds which page a request comes from. Browsers always say so of a write; {@link guardOrigin} has
 * refused pages of others.
 *
 * Source: https://fetch.spec.whatwg.org/#origin-header
 *
 * @returns its origin
 * @throws RegistryError `origin-forbidden` for what comes from no page, or by way of another site
 */
export function requirePage({ headers }: FastifyRequest): string {
  const { origin } = headers;
  const from = headers['sec-fetch-site'] ?? 'same-origin'; // older browsers don't say it
  if (origin !== undefined && from === 'same-origin') return origin;
  throw new RegistryError(
    'origin-forbidden',
    'Expected a page of this registry as the Origin; found none',
    { hint: 'Programs send a token, as Authorization: Bearer TOKEN, and no cookie.' },
  );
}
