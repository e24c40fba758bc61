import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { matchesTag } from './matches-tag.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long responses of a read may be cached; without it, not at all. */
    cache?: CachePolicy;
  }
}

/**
 * Who may cache a response. `list`: everybody, for a short time. `entry`: everybody, but revalidated by its
 * tag each time, because it decides what is installed. `viewer`: like `list` without an account; with one,
 * nobody.
 */
export type CachePolicy = 'list' | 'entry' | 'viewer';

const list = 'public, max-age=30, stale-while-revalidate=300';
const entry = 'public, no-cache';

/**
 * A hook that sets cache headers and entity tags on reads, and answers 304 where the client has the same
 * content.
 *
 * Source: RFC 9110, sections 8.8.3 and 13.1.2; RFC 5861, section 3.
 */
export async function cacheAnswers(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const policy = request.routeOptions.config.cache;
  if (policy === 'viewer') void reply.header('vary', 'authorization, cookie');
  const isSignedIn = request.headers.authorization !== undefined || request.session !== null;
  const isOwn = policy === 'viewer' && isSignedIn;
  if (policy === undefined || isOwn || reply.statusCode !== 200 || typeof payload !== 'string') {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    return payload;
  }
  const tag = `"${createHash('sha256').update(payload).digest('base64url')}"`;
  void reply.header('cache-control', policy === 'entry' ? entry : list).header('etag', tag);
  if (!matchesTag(request.headers['if-none-match'], tag)) return payload;
  void reply.code(304);
  return null;
}
