import * as Type from 'typebox';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `GET /extensions/categories`: every category, with the number of extensions in it. */
export const listCategoriesRoute: Route = (server, { catalog }) => {
  server.get(
    '/extensions/categories',
    {
      config: { cache: 'list' },
      schema: {
        operationId: 'listCategories',
        summary: 'List categories',
        response: {
          200: Type.Object({
            data: Type.Array(
              Type.Object({
                id: Type.String(),
                title: Type.String(),
                description: Type.String(),
                count: Type.Integer(),
              }),
            ),
          }),
          ...errorResponses,
        },
      },
    },
    async () => ({ data: await catalog.categories() }),
  );
};
