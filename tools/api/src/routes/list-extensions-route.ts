import { CatalogPageSchema, CatalogQuerySchema } from '@orchestra/core';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `GET /extensions`: searches, filters and sorts, a page at a time. */
export const listExtensionsRoute: Route = (server, { catalog }) => {
  server.get(
    '/extensions',
    {
      config: { cache: 'list' },
      schema: {
        operationId: 'listExtensions',
        summary: 'Search and list extensions',
        querystring: CatalogQuerySchema,
        response: {
          200: CatalogPageSchema,
          ...errorResponses,
        },
      },
    },
    (request) => catalog.list(request.query),
  );
};
