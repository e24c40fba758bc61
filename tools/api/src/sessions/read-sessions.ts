import type { Config } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { requirePage } from '../guards/require-page.ts';
import { readToken } from '../guards/read-token.ts';
import type { ApiServer } from '../routes/route.ts';
import { readSessionCookie } from './session-cookies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Secret of the session that the request comes with, where it has no token and sessions are taken. */
    session: string | null;
  }
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Gives requests the session that their cookie names. A token comes from a program that means it; a
 * cookie comes by itself, so that a write by it must come from a page of the registry.
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
