import { sha256Hex } from '@orchestra/core/node';
import { removeSession } from '@orchestra/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as Type from 'typebox';
import { requirePage } from '../guards/require-page.ts';
import { returnAddress } from '../sessions/return-address.ts';
import { signedOutCookies } from '../sessions/session-cookies.ts';
import type { ApiServer, Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/**
 * `DELETE /auth/local`, and `POST /auth/local/end` for a form: ends a browser's session, valid or not. The
 * token stays valid.
 */
export const signOutLocallyRoute: Route = (server, { database, config }) => {
  const end = async (request: FastifyRequest, reply: FastifyReply) => {
    requirePage(request);
    if (request.session !== null) await removeSession(database, sha256Hex(request.session));
    void reply.headers({
      'cache-control': 'no-store',
      'set-cookie': signedOutCookies(config()),
    });
  };
  server.delete(
    '/auth/local',
    {
      schema: {
        operationId: 'signOutLocally',
        summary: 'Sign a browser out',
        response: { 204: Type.Null({ description: 'It is signed out.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      await end(request, reply);
      return reply.code(204).send(null);
    },
  );
  void server.register(async (scope: ApiServer) => {
    // the form has no fields, and any content is ignored
    scope.addContentTypeParser('application/x-www-form-urlencoded', async () => null);
    scope.post(
      '/auth/local/end',
      {
        schema: {
          operationId: 'signOutByForm',
          summary: 'Sign a browser out by a form',
          response: {
            303: Type.Null({ description: 'The page to go on with.' }),
            ...errorResponses,
          },
        },
      },
      async (request, reply) => {
        await end(request, reply);
        return reply.redirect(returnAddress(request, config()).href, 303);
      },
    );
  });
};
