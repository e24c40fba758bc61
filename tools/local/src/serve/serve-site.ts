import fastifyStatic from '@fastify/static';
import { type ApiServer, notFound, sendProblem } from '@orchestra/api-server';
import type { Config } from '@orchestra/core';
import { contentPolicy } from '@orchestra/site';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The folder of the built site, and its registry's configuration. */
export interface SiteFolder {
  directory: string;
  config: () => Config;
}

/** Serves the built site at `/`. */
export async function serveSite(
  server: ApiServer,
  { directory, config }: SiteFolder,
): Promise<void> {
  await server.register(async (pages: ApiServer) => {
    pages.setErrorHandler((error, _request, reply) => {
      // a path that leads out of the folder is answered like a missing one
      if (error instanceof Error && Reflect.get(error, 'statusCode') === 403) reply.callNotFound();
      else throw error;
    });
    await pages.register(fastifyStatic, {
      root: directory,
      redirect: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes(`${sep}_astro${sep}`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        reply.header('content-security-policy', framedPolicy(config()));
      },
    });
  });
}

/** Answers a missing path: browsers get the site's own page, other clients a problem response. */
export async function sendNotFound(
  request: FastifyRequest,
  to: SiteFolder & { reply: FastifyReply },
): Promise<FastifyReply> {
  const { reply, directory, config } = to;
  if (!request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')) {
    const page = await readFile(join(directory, '404.html'), 'utf8').catch(() => null);
    if (page !== null) {
      void reply.code(404).headers({
        'cache-control': 'no-store',
        'content-security-policy': framedPolicy(config()),
      });
      return reply.type('text/html; charset=utf-8').send(page);
    }
  }
  return sendProblem(reply, notFound(request));
}

/** The content security policy of the pages, with the directives that only work in a header. */
function framedPolicy(config: Config): string {
  return `${contentPolicy(config)}; frame-ancestors 'none'`;
}
