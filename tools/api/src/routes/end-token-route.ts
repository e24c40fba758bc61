import { RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { removeToken } from '@orchestra/db';
import * as Type from 'typebox';
import { readToken } from '../guards/read-token.ts';
import { requireAccount } from '../guards/require-account.ts';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `DELETE /auth/token`: signs out by revoking the token that was sent. */
export const endTokenRoute: Route = (server, { authenticator, database }) => {
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
      const token = readToken(request);
      if (token === null) throw onlySession();
      await removeToken(database, sha256Hex(token));
      return reply.code(204).send(null);
    },
  );
};

function onlySession(): RegistryError {
  return new RegistryError('token-missing', 'Expected the token that ends; found a session', {
    hint: 'DELETE /api/v1/auth/local ends a session.',
  });
}
