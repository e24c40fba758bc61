import {
  minOrchestraVersion,
  newestFirst,
  packageUrl,
  PublishedVersionSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import { findExtension } from './find-extension.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `GET /extensions/:name/versions`: every version, newest first, including yanked ones. */
export const listVersionsRoute: Route = (server, { catalog, config }) => {
  server.get(
    '/extensions/:name/versions',
    {
      config: { cache: 'entry' },
      schema: {
        operationId: 'listVersions',
        summary: 'List the versions of an extension',
        params: NameParamsSchema,
        response: {
          200: Type.Object({ data: Type.Array(PublishedVersionSchema) }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const { entry } = await findExtension(catalog, request.params.name);
      const data = newestFirst(entry.versions).map(
        ({ docs: _docs, provenance: _p, ...version }) => ({
          ...version,
          unclearCode: version.unclearCode ?? null,
          yanked: version.status !== 'live',
          reason: version.reason ?? null,
          minOrchestraVersion: minOrchestraVersion(version),
          package: packageUrl(config(), { name: entry.name, version: version.version }),
        }),
      );
      return { data };
    },
  );
};
