import cors from '@fastify/cors';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type ProblemDetails, RegistryError } from '@orchestra/core';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { allowReads } from './allow-reads.ts';
import { answerClientError } from './answer-client-error.ts';
import { compileValidator } from './compile-validator.ts';
import { endConnections } from './end-connections.ts';
import { guardHost } from './guards/guard-host.ts';
import { guardOrigin } from './guards/guard-origin.ts';
import { toProblemDetails } from './problem-details.ts';
import { adminUsers } from './routes/admin-users.ts';
import { changeStatus } from './routes/change-status.ts';
import { endToken } from './routes/end-token.ts';
import { listCategories } from './routes/list-categories.ts';
import { listExtensions } from './routes/list-extensions.ts';
import { listFeatured } from './routes/list-featured.ts';
import { listReviewReports } from './routes/list-review-reports.ts';
import { listReviews } from './routes/list-reviews.ts';
import { listVersions } from './routes/list-versions.ts';
import { moderateReview } from './routes/moderate-review.ts';
import { publishExtension } from './routes/publish-extension.ts';
import { replyToReview } from './routes/reply-to-review.ts';
import { reportInstall } from './routes/report-install.ts';
import { reportReview } from './routes/report-review.ts';
import { reportUninstall } from './routes/report-uninstall.ts';
import type { ApiServer, Route } from './routes/route.ts';
import { showAccount } from './routes/show-account.ts';
import { showExtension } from './routes/show-extension.ts';
import { showReview } from './routes/show-review.ts';
import { showStatistics } from './routes/show-statistics.ts';
import { writeReview } from './routes/write-review.ts';
import type { ApiServices } from './services.ts';
import { eraseSalts } from './statistics/erase-salts.ts';

/** How the server meets the world. */
export interface ApiOptions {
  /** Says whether a `Host` header names this server. */
  isOwnHost(host: string): boolean;
  /** Says whether pages of an origin may write here. */
  isOwnOrigin(origin: string): boolean;
  /** Told what failed behind a response of status 500. */
  onError(error: unknown): void;
  /** Answers what no route does, in place of a problem. */
  onNotFound?(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

const routes: readonly Route[] = [
  listExtensions,
  listFeatured,
  listCategories,
  showExtension,
  listVersions,
  showAccount,
  publishExtension,
  changeStatus,
  reportInstall,
  reportUninstall,
  showStatistics,
  listReviews,
  showReview,
  writeReview,
  replyToReview,
  reportReview,
  moderateReview,
  listReviewReports,
  endToken,
  adminUsers,
];

/** Builds the HTTP server: the routes under `/api/v1`, `/openapi.json` and `/healthz`; it does not listen yet. */
export async function buildApi(services: ApiServices, options: ApiOptions): Promise<ApiServer> {
  const server = fastify({
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, toProblemDetails(error)),
    clientErrorHandler: answerClientError,
  }).withTypeProvider<TypeBoxTypeProvider>();

  server.setValidatorCompiler(compileValidator);
  eraseSalts(server, services);
  server.addHook('preClose', endConnections(server));
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', guardHost(options.isOwnHost));
  server.addHook('onRequest', guardOrigin(options.isOwnOrigin));
  server.addHook('onSend', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin');
  });
  await server.register(cors, { delegator: allowReads });
  server.setErrorHandler((error, request, reply) => {
    const details = toProblemDetails(error);
    request.raw.resume(); // lets the client finish sending, or it would never read the answer
    if (details.status >= 500) options.onError(error);
    return sendProblem(reply, details);
  });
  server.setNotFoundHandler(
    options.onNotFound ?? ((request, reply) => sendProblem(reply, notFound(request))),
  );

  await server.register(swagger, { openapi: openapi(services) });
  await server.register(
    async (api: ApiServer) => {
      for (const route of routes) route(api, services);
    },
    { prefix: '/api/v1' },
  );
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  return server;
}

/** Answers with an error, as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  if (details.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff') // an address that can't be read passes no hook
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(details);
}

/** The error for a request that no route answers. */
export function notFound(request: FastifyRequest): ProblemDetails {
  const [path = ''] = request.url.split('?', 1);
  const error = new RegistryError(
    'not-found',
    `Nothing is at ${request.method} ${path.slice(0, 200)}`,
    {
      hint: 'See /openapi.json for every route.',
    },
  );
  return toProblemDetails(error);
}

function openapi(services: ApiServices) {
  return {
    openapi: '3.1.0',
    info: {
      title: `${services.config().name} API`,
      description: 'Search, publish and yank Orchestra extensions. Installing needs only files.',
      version: '1.0.0',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    components: {
      securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } },
    },
  };
}
