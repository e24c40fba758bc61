import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import type { FastifyRequest } from 'fastify';

/**
 * Hashes a request's `Idempotency-Key` with SHA-256, because it may be any text, even an email; null where
 * there is none.
 *
 * Source: draft-ietf-httpapi-idempotency-key-header-07, section 2.
 *
 * @throws RegistryError `usage` for an invalid key
 */
export function readIdempotencyKey(request: FastifyRequest): string | null {
  const sent = request.headers['idempotency-key'];
  if (sent === undefined) return null;
  if (typeof sent === 'string' && /^[\x21-\x7E]{1,255}$/.test(sent)) return sha256Hex(sent);
  throw new RegistryError(
    'usage',
    'Expected an Idempotency-Key of 1 to 255 visible ASCII characters; found another',
    { hint: 'Send a new random UUID for each write, and the same one when you try it again.' },
  );
}
