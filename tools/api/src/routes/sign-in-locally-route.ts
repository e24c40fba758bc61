import { AccountSchema, type Config, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { addSession } from '@orchestra/db';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import * as Type from 'typebox';
import { receiveForm } from '../body/receive-form.ts';
import { requirePage } from '../guards/require-page.ts';
import { toProblemDetails } from '../http/problem-details.ts';
import { returnAddress, signInAddress } from '../sessions/return-address.ts';
import { signedInCookies } from '../sessions/session-cookies.ts';
import type { ApiServer, Route } from './route.ts';
import { errorResponses } from './schemas.ts';

const SignInSchema = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

/** Enough for a form with a token. */
const formLimits = { maxBytes: 1024, withinMs: 10_000 };

/**
 * `POST /auth/local`: signs a browser in with a token, by script or form. Its cookie gets a new secret, which
 * ends with the token.
 */
export const signInLocallyRoute: Route = (server, { authenticator, database, config }) => {
  void server.register(async (scope: ApiServer) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', (request: FastifyRequest) =>
      receiveForm(request, formLimits),
    );
    scope.post(
      '/auth/local',
      {
        errorHandler: backToForm(config),
        schema: {
          operationId: 'signInLocally',
          summary: 'Sign a browser in with a token',
          description:
            'For pages of the registry. Sets a cookie that counts like the token and ends with it. A form is answered with a way back.',
          consumes: ['application/json', 'application/x-www-form-urlencoded'],
          body: SignInSchema,
          response: {
            200: AccountSchema,
            303: Type.Null({ description: 'For a form: the page to go on with.' }),
            ...errorResponses,
          },
        },
      },
      async (request, reply) => {
        requirePage(request);
        const token = request.body.token.trim();
        const account = await authenticator.authenticate(token);
        const secret = randomBytes(32).toString('base64url');
        const hashes = { sha256: sha256Hex(secret), tokenSha256: sha256Hex(token) };
        const expiresAt = account === null ? null : await addSession(database, hashes);
        if (account === null || expiresAt === null) throw tokenInvalid();
        void reply.headers({
          'cache-control': 'no-store',
          'set-cookie': signedInCookies({ secret, expiresAt }, config()),
        });
        if (isForm(request)) {
          return reply.redirect(returnAddress(request, config()).href, 303);
        }
        const { provider, id, login, role, scopes } = account;
        return { provider, id, login, role, scopes: [...scopes] };
      },
    );
  });
};

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}

/** Redirects a form back to the sign-in page, where a message explains the mistake. */
function backToForm(config: () => Config) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = mistakes[toProblemDetails(error).code];
    if (!isForm(request) || problem === undefined) throw error; // handled like in every other route
    request.raw.resume();
    const page = signInAddress(request, { config: config(), problem });
    return reply.header('cache-control', 'no-store').redirect(page.href, 303);
  };
}

/** Ids of the messages on the sign-in page, by error code. */
const mistakes: Readonly<Record<string, string>> = {
  'token-invalid': 'token-invalid',
  usage: 'token-invalid',
  'rate-limited': 'rate-limited',
};

function tokenInvalid(): RegistryError {
  return new RegistryError('token-invalid', 'The token is unknown, expired or revoked', {
    hint: 'Copy it again, without anything before or after it.',
  });
}
