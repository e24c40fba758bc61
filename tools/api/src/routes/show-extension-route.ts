import { ExtensionDetailsSchema } from '@orchestra/core';
import * as Type from 'typebox';
import { findExtension } from './find-extension.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `GET /extensions/:name`: the data of a card, the whole index entry, and details from the manifest. */
export const showExtensionRoute: Route = (server, { catalog }) => {
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
