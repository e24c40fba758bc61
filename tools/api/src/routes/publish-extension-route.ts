import {
  PublishedSchema,
  RegistryError,
  type ReviewRequested,
  ReviewRequestedSchema,
} from '@orchestra/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as Type from 'typebox';
import { requireAccount } from '../guards/require-account.ts';
import { receivePackage } from '../body/receive-package.ts';
import type { PublishResult } from '@orchestra/registry';
import type { ApiServices } from '../services.ts';
import type { ApiServer, Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `POST /extensions` and `POST /extensions/:name/versions`: publishes the package in the body. */
export const publishExtensionRoute: Route = (server, services) => {
  void server.register(async (scope: ApiServer) => {
    // removed because a package is never read into memory: the route streams it
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/gzip', (_request, payload, done) =>
      done(null, payload),
    );
    addRoutes(scope, services);
  });
};

const addRoutes: Route = (server, services) => {
  server.post(
    '/extensions',
    {
      schema: {
        ...publishing,
        operationId: 'publishExtension',
        summary: 'Publish an extension under a new name',
      },
    },
    (request, reply) => publish(request, { reply, services, ...request.query }),
  );
  server.post(
    '/extensions/:name/versions',
    {
      schema: {
        ...publishing,
        operationId: 'publishVersion',
        summary: 'Publish a version of an extension',
        params: NameParamsSchema,
      },
    },
    (request, reply) =>
      publish(request, { reply, services, ...request.query, name: request.params.name }),
  );
};

const publishing = {
  description:
    'The body is the .tar.gz, as application/gzip; Content-Digest (RFC 9530) carries its SHA-256.',
  consumes: ['application/gzip'],
  security: [{ token: [] }],
  querystring: Type.Object({
    pre_release: Type.Boolean({ default: false, description: 'Needed for a pre-release version.' }),
    dry_run: Type.Boolean({ default: false, description: 'Checks and plans; stores nothing.' }),
    request_review: Type.Boolean({
      default: false,
      description: 'Keeps a package that a person has to look at first, and answers 202.',
    }),
  }),
  response: {
    200: PublishedSchema,
    201: PublishedSchema,
    202: ReviewRequestedSchema,
    ...errorResponses,
  },
};

async function publish(
  request: FastifyRequest,
  asked: {
    reply: FastifyReply;
    services: ApiServices;
    pre_release: boolean;
    dry_run: boolean;
    request_review: boolean;
    name?: string;
  },
): Promise<PublishResult | ReviewRequested> {
  const { reply, services } = asked;
  const { publish: via, limits } = services.config();
  if (via.via === 'pull-request') {
    throw new RegistryError(
      'publish-by-pull-request',
      `This registry takes packages by pull request to ${via.repository}`,
      { hint: 'Run `orchestra ext publish`, which opens the pull request.' },
    );
  }
  const submitter = await requireAccount(request, services.authenticator, { scope: 'publish' });
  await using archive = await receivePackage(request, {
    directory: services.uploadDirectory,
    maxBytes: limits.packedBytes,
  });
  const published = await services.publish({
    archive,
    submitter,
    preRelease: asked.pre_release,
    dryRun: asked.dry_run,
    requestReview: asked.request_review,
    expectedName: asked.name,
  });
  if ('review' in published) {
    void reply.code(202);
    return published;
  }
  void reply.code(published.unchanged || asked.dry_run ? 200 : 201);
  return published;
}
