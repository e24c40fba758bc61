import fastifyStatic from '@fastify/static';
import { type ApiServer, notFound, sendProblem } from '@orchestra/api-server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Serves the built site at `/`. */
export async function serveSite(server: ApiServer, directory: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: directory,
    redirect: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${sep}_astro${sep}`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header('content-security-policy', sitePolicy);
    },
  });
}

const sitePolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers a browser with the site's own page for what isn't there, and everyone else with a problem. */
export async function sendNotFound(
  request: FastifyRequest,
  to: { reply: FastifyReply; directory: string },
): Promise<FastifyReply> {
  const { reply, directory } = to;
  if (!request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')) {
    const page = await readFile(join(directory, '404.html'), 'utf8').catch(() => null);
    if (page !== null) {
      void reply
        .code(404)
        .headers({ 'cache-control': 'no-store', 'content-security-policy': sitePolicy });
      return reply.type('text/html; charset=utf-8').send(page);
    }
  }
  return sendProblem(reply, notFound(request));
}
