import { ReviewSchema } from '@orchestra/core';
import { authenticateRequest } from '../guards/require-account.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { requireReview } from '../reviews/require-review.ts';
import { toViewer } from '../reviews/to-viewer.ts';
import type { Route } from './route.ts';
import { errorResponses, ReviewParamsSchema } from './schemas.ts';

/** `GET /extensions/:name/reviews/:id`: one review. */
export const showReviewRoute: Route = (server, { authenticator, database }) => {
  server.get(
    '/extensions/:name/reviews/:id',
    {
      config: { cache: 'viewer' },
      schema: {
        operationId: 'showReview',
        summary: 'Show a review',
        params: ReviewParamsSchema,
        response: { 200: ReviewSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { name, id } = request.params;
      const viewer = toViewer(await authenticateRequest(request, authenticator));
      const extensionId = await requireExtension(database, name);
      return requireReview(database, { extensionId, name, id, viewer });
    },
  );
};
