import { RegistryError, VersionDetailsSchema } from '@orchestra/core';
import * as Type from 'typebox';
import { findExtension } from './find-extension.ts';
import type { Route } from './route.ts';
import { errorResponses, VersionParamsSchema } from './schemas.ts';

/**
 * `GET /extensions/:name/versions/:version`: one version with its manifest and changelog, even if it is
 * yanked.
 */
export const showVersionRoute: Route = (server, { catalog }) => {
  server.get(
    '/extensions/:name/versions/:version',
    {
      config: { cache: 'entry' },
      schema: {
        operationId: 'showVersion',
        summary: 'Show a version of an extension',
        params: VersionParamsSchema,
        response: {
          200: Type.Object({ data: VersionDetailsSchema }),
          ...errorResponses,
        },
      },
    },
    async ({ params }) => {
      const data = await catalog.findVersion(params);
      if (data !== null) return { data };
      await findExtension(catalog, params.name);
      throw new RegistryError('version-unknown', `${params.name} has no ${params.version}`, {
        hint: `See GET /api/v1/extensions/${params.name}/versions`,
      });
    },
  );
};
