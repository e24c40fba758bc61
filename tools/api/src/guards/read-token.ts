import type { FastifyRequest } from 'fastify';

/** The bearer token of a request; null where none was sent. Source: RFC 6750, section 2.1. */
export function readToken(request: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
