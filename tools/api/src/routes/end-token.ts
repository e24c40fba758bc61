import { sha256Hex } from '@orchestra/core/node';
import { removeToken } from '@orchestra/db';
import * as Type from 'typebox';
import { readToken } from '../guards/read-token.ts';
import { requireAccount } from '../guards/require-account.ts';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `DELETE /auth/token`: signs out; the token that was sent ends. */
export const endToken: Route = (server, { authenticator, database }) => {
  server.delete(
    '/auth/token',
    {
      schema: {
        operationId: 'endToken',
        summary: 'End the token that is sent',
        security: [{ token: [] }],
        response: { 204: Type.Null({ description: 'It is valid no more.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      await requireAccount(request, authenticator);
      await removeToken(database, sha256Hex(readToken(request) ?? ''));
      return reply.code(204).send(null);
    },
  );
};
