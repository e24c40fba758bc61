import { RegistryError, type StatusChanged, StatusChangedSchema } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import * as Type from 'typebox';
import { requireAccount } from '../guards/require-account.ts';
import type { ApiServices } from '../services.ts';
import type { Route } from './route.ts';
import { errorResponses, VersionParamsSchema } from './schemas.ts';

/**
 * `DELETE /extensions/:name/versions/:version` yanks a version; `PUT` with `{status: "live"}` restores it.
 */
export const changeVersionStatusRoute: Route = (server, services) => {
  server.delete(
    '/extensions/:name/versions/:version',
    {
      schema: {
        ...changing,
        operationId: 'yankVersion',
        summary: 'Yank a version',
        description: 'Hides it from new installs; whoever has it keeps it and sees the reason.',
        querystring: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
      },
    },
    (request) =>
      change(request, {
        services,
        action: 'yank',
        ...request.params,
        reason: request.query.reason,
      }),
  );
  server.put(
    '/extensions/:name/versions/:version',
    {
      schema: {
        ...changing,
        operationId: 'unyankVersion',
        summary: 'Put a yanked version back',
        body: Type.Object({ status: Type.Literal('live') }, { additionalProperties: false }),
      },
    },
    (request) =>
      change(request, { services, action: 'unyank', ...request.params, reason: undefined }),
  );
};

const changing = {
  security: [{ token: [] }],
  params: VersionParamsSchema,
  response: {
    200: StatusChangedSchema,
    ...errorResponses,
  },
};

async function change(
  request: FastifyRequest,
  asked: {
    services: ApiServices;
    action: 'yank' | 'unyank';
    name: string;
    version: string;
    reason: string | undefined;
  },
): Promise<StatusChanged> {
  const { services, ...what } = asked;
  const via = services.config().publish;
  if (via.via === 'pull-request') {
    throw new RegistryError(
      'publish-by-pull-request',
      `This registry takes yanks by pull request to ${via.repository}`,
      { hint: 'Run `orchestra ext yank`, which opens the pull request.' },
    );
  }
  const submitter = await requireAccount(request, services.authenticator, { scope: 'publish' });
  return services.changeStatus({ ...what, submitter });
}
