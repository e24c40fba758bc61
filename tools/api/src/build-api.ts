import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type ProblemDetails, RegistryError } from '@orchestra/core';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { allowReads } from './http/allow-reads.ts';
import { answerClientError } from './http/answer-client-error.ts';
import { type AnsweredRequest, describeAnswered } from './http/answered-request.ts';
import { receiveJson } from './body/receive-json.ts';
import { cacheAnswers } from './caching/cache-answers.ts';
import { checkReady } from './check-ready.ts';
import { compileSerializer } from './openapi/compile-serializer.ts';
import { compileValidator } from './openapi/compile-validator.ts';
import { swaggerOptions } from './openapi/swagger-options.ts';
import { endConnections } from './http/end-connections.ts';
import { guardHost } from './guards/guard-host.ts';
import { guardOrigin } from './guards/guard-origin.ts';
import { helmetOptions } from './http/helmet-options.ts';
import { toProblemDetails } from './http/problem-details.ts';
import { limitRates } from './rates/limit-rates.ts';
import type { Rates } from './rates/rates.ts';
import { adminUsersRoute } from './routes/admin-users-route.ts';
import { changeVersionStatusRoute } from './routes/change-version-status-route.ts';
import { endTokenRoute } from './routes/end-token-route.ts';
import { listCategoriesRoute } from './routes/list-categories-route.ts';
import { listExtensionsRoute } from './routes/list-extensions-route.ts';
import { listFeaturedRoute } from './routes/list-featured-route.ts';
import { listReviewReportsRoute } from './routes/list-review-reports-route.ts';
import { listReviewsRoute } from './routes/list-reviews-route.ts';
import { listVersionsRoute } from './routes/list-versions-route.ts';
import { moderateReviewRoute } from './routes/moderate-review-route.ts';
import { publishExtensionRoute } from './routes/publish-extension-route.ts';
import { replyToReviewRoute } from './routes/reply-to-review-route.ts';
import { reportInstallRoute } from './routes/report-install-route.ts';
import { reportReviewRoute } from './routes/report-review-route.ts';
import { reportUninstallRoute } from './routes/report-uninstall-route.ts';
import type { ApiServer, Route } from './routes/route.ts';
import { showAccountRoute } from './routes/show-account-route.ts';
import { showCodeReviewRoute } from './routes/show-code-review-route.ts';
import { showExtensionRoute } from './routes/show-extension-route.ts';
import { showReviewRoute } from './routes/show-review-route.ts';
import { showStatisticsRoute } from './routes/show-statistics-route.ts';
import { showVersionRoute } from './routes/show-version-route.ts';
import { signInLocallyRoute } from './routes/sign-in-locally-route.ts';
import { signOutLocallyRoute } from './routes/sign-out-locally-route.ts';
import { writeReviewRoute } from './routes/write-review-route.ts';
import type { ApiServices } from './services.ts';
import { readSessions } from './sessions/read-sessions.ts';
import { eraseSalts } from './statistics/erase-salts.ts';
import { requireErased } from './statistics/require-erased.ts';
import { watchMethods } from './http/watch-methods.ts';

/** Settings of the HTTP server, and callbacks for its log. */
export interface ApiOptions {
  /** True where a `Host` header names this server. */
  isOwnHost(host: string): boolean;
  /** True where pages of an origin may write. */
  isOwnOrigin(origin: string): boolean;
  rates: Rates;
  /** Lets browsers sign in with a registry token. Without it, cookies are ignored. */
  localSignIn?: boolean;
  /** Addresses and networks of trusted proxies, whose headers give the client's address; none by default. */
  proxies?: readonly string[];
  /** Longest time that the bytes of a JSON body may take; 10 s where absent. */
  jsonBodyMs?: number;
  /**
   * Called with a failure: behind a response of status 500 or more, or, without a request id, in the server
   * itself.
   */
  onError(error: unknown, requestId?: string): void;
  /** Called for every request after its response. */
  onAnswered?(answered: AnsweredRequest): void;
  /** Answers requests that no route matches, instead of a problem response. */
  onNotFound?(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

const routes: readonly Route[] = [
  listExtensionsRoute,
  listFeaturedRoute,
  listCategoriesRoute,
  showExtensionRoute,
  listVersionsRoute,
  showVersionRoute,
  showAccountRoute,
  publishExtensionRoute,
  showCodeReviewRoute,
  changeVersionStatusRoute,
  reportInstallRoute,
  reportUninstallRoute,
  showStatisticsRoute,
  listReviewsRoute,
  showReviewRoute,
  writeReviewRoute,
  replyToReviewRoute,
  reportReviewRoute,
  moderateReviewRoute,
  listReviewReportsRoute,
  endTokenRoute,
  adminUsersRoute,
];

/** Routes for registries that let browsers sign in. */
const signInRoutes: readonly Route[] = [signInLocallyRoute, signOutLocallyRoute];

/** Size limit in bytes: more than all texts of a write, with JSON escapes. */
const maxJsonBytes = 64 * 1024;
const readyMs = 2000;

/**
 * Builds the HTTP server, which doesn't listen yet. It has the routes below `/api/v1`, and `/openapi.json`,
 * `/healthz` and `/readyz`.
 */
export async function buildApi(services: ApiServices, options: ApiOptions): Promise<ApiServer> {
  const server = fastify({
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 5 * 60_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5000 },
    trustProxy: options.proxies === undefined ? false : [...options.proxies],
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, toProblemDetails(error)),
    clientErrorHandler: answerClientError,
  }).withTypeProvider<TypeBoxTypeProvider>();

  server.setValidatorCompiler(compileValidator);
  server.setSerializerCompiler(compileSerializer);
  eraseSalts(server, { database: services.database, onError: options.onError });
  endConnections(server);
  const { jsonBodyMs: withinMs = 10_000, localSignIn = false, onAnswered } = options;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', (request: FastifyRequest) =>
    receiveJson(request, { maxBytes: maxJsonBytes, withinMs }),
  );
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  if (onAnswered !== undefined) {
    server.addHook('onResponse', async (request, reply) => {
      onAnswered(describeAnswered(request, reply));
    });
  }
  await server.register(helmet, helmetOptions(services.config()));
  server.addHook('onRequest', guardHost(options.isOwnHost));
  server.addHook('onRequest', guardOrigin(options.isOwnOrigin));
  server.decorateRequest('session', null);
  if (localSignIn) readSessions(server, services.config);
  await server.register(cors, { delegator: allowReads });
  server.setErrorHandler((error, request, reply) => {
    const details = toProblemDetails(error);
    request.raw.resume(); // lets the client finish sending, or it would never read the answer
    if (details.status >= 500) options.onError(error, request.id);
    return sendProblem(reply, details);
  });
  server.setNotFoundHandler(
    options.onNotFound ?? ((request, reply) => sendProblem(reply, notFound(request))),
  );

  await server.register(swagger, swaggerOptions(services.config(), { localSignIn }));
  await server.register(async (scope: ApiServer) => {
    scope.addHook('onSend', cacheAnswers);
    addRootRoutes(scope, services);
    await scope.register(
      async (api: ApiServer) => {
        const methodsAt = watchMethods(api);
        await limitRates(api, options.rates);
        for (const route of localSignIn ? [...routes, ...signInRoutes] : routes)
          route(api, services);
        api.setNotFoundHandler((request, reply) => refuseAddress(reply, methodsAt(request)));
      },
      { prefix: '/api/v1' },
    );
  });
  return server;
}

/** Adds the routes about the server itself. */
function addRootRoutes(server: ApiServer, { database, index }: ApiServices): void {
  const schema = { hide: true };
  server.get('/healthz', { schema }, async () => ({ status: 'ok' }));
  server.get('/readyz', { schema }, async () => {
    const parts = {
      database: () => requireErased(database),
      index: () => index.head(),
    };
    await checkReady(parts, { withinMs: readyMs });
    return { status: 'ready' };
  });
  server.get('/openapi.json', { schema, config: { cache: 'list' } }, async () => server.swagger());
}

/** Sends an error as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  if (details.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (details.status === 408) void reply.header('connection', 'close');
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff') // hooks don't run for an invalid URL
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ ...details, instance: `urn:uuid:${reply.request.id}` });
}

/**
 * Answers a request that no route matches. The address may have routes for other methods, which are named.
 */
function refuseAddress(reply: FastifyReply, methods: readonly string[]): FastifyReply {
  const { request } = reply;
  if (methods.length === 0) return sendProblem(reply, notFound(request));
  const allowed = methods.join(', ');
  const error = new RegistryError(
    'method-not-allowed',
    `Expected ${allowed}; found ${request.method}`,
    { hint: 'See /openapi.json for every route.' },
  );
  return sendProblem(reply.header('allow', allowed), toProblemDetails(error));
}

/** The error for a request that no route matches. */
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
