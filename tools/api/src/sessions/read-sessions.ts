import type { Config } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { requirePage } from '../guards/require-page.ts';
import { readToken } from '../guards/read-token.ts';
import type { ApiServer } from '../routes/route.ts';
import { readSessionCookie } from './session-cookies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Secret of the request's session, where it has no token and sessions are accepted. */
    session: string | null;
  }
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Reads sessions from requests' cookies. Unlike a token, a cookie is sent by the browser without the page
 * asking for it, so that a write with a cookie must come from a page of the registry.
 *
 * @throws RegistryError `origin-forbidden`, while a request is answered
 */
export function readSessions(server: ApiServer, config: () => Config): void {
  server.addHook('onRequest', async (request: FastifyRequest) => {
    if (readToken(request) !== null) return;
    request.session = readSessionCookie(request.headers.cookie, config());
    if (request.session !== null && !reads.has(request.method)) requirePage(request);
  });
}
