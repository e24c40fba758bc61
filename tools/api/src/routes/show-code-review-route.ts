import { CodeReviewSchema, RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import { requireAccount } from '../guards/require-account.ts';
import type { Route } from './route.ts';
import { errorResponses, VersionParamsSchema } from './schemas.ts';

/**
 * `GET /extensions/:name/versions/:version/code-review`: where a package stands that a person was asked to
 * look at. Only for who may publish it.
 */
export const showCodeReviewRoute: Route = (server, services) => {
  server.get(
    '/extensions/:name/versions/:version/code-review',
    {
      schema: {
        operationId: 'showCodeReview',
        summary: 'Show where a package stands that a person has to look at',
        description: 'For accounts that may publish the extension.',
        security: [{ token: [] }],
        params: VersionParamsSchema,
        response: { 200: Type.Object({ data: CodeReviewSchema }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const via = services.config().publish;
      if (via.via === 'pull-request') {
        throw new RegistryError(
          'publish-by-pull-request',
          `People look at packages in pull requests to ${via.repository}`,
          { hint: 'See where it stands: orchestra ext status NAME@VERSION' },
        );
      }
      const submitter = await requireAccount(request, services.authenticator, { scope: 'publish' });
      void reply.header('cache-control', 'no-store');
      return { data: await services.findCodeReview({ ...request.params, submitter }) };
    },
  );
};
