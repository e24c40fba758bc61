import { AccountSchema } from '@orchestra/core';
import { requireAccount } from '../guards/require-account.ts';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `GET /me`: the account of the token that was sent. */
export const showAccountRoute: Route = (server, { authenticator }) => {
  server.get(
    '/me',
    {
      schema: {
        operationId: 'showAccount',
        summary: 'Show the account of the token',
        security: [{ token: [] }],
        response: {
          200: AccountSchema,
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const { provider, id, login, role, scopes } = await requireAccount(request, authenticator);
      return { provider, id, login, role, scopes: [...scopes] };
    },
  );
};
