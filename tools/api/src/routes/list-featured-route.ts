import { CatalogItemSchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `GET /extensions/featured`: the hand-picked extensions. */
export const listFeaturedRoute: Route = (server, { catalog }) => {
  server.get(
    '/extensions/featured',
    {
      config: { cache: 'list' },
      schema: {
        operationId: 'listFeatured',
        summary: 'List featured extensions',
        response: { 200: Type.Object({ data: Type.Array(CatalogItemSchema) }), ...errorResponses },
      },
    },
    async () => ({ data: await catalog.featured() }),
  );
};
