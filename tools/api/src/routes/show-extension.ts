import { ExtensionDetailsSchema } from '@orchestra/core';
import * as Type from 'typebox';
import { findExtension } from './find-extension.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `GET /extensions/:name`: what a card shows, the whole index entry, and what its manifest adds. */
export const showExtension: Route = (server, { catalog }) => {
  server.get(
    '/extensions/:name',
    {
      config: { cache: 'entry' },
      schema: {
        operationId: 'showExtension',
        summary: 'Show an extension',
        params: NameParamsSchema,
        response: {
          200: Type.Object({ data: ExtensionDetailsSchema }),
          ...errorResponses,
        },
      },
    },
    async (request) => ({ data: await findExtension(catalog, request.params.name) }),
  );
};
