import { type ReviewPage, ReviewPageSchema, ReviewQuerySchema } from '@orchestra/core';
import { findOwnReview, listReviews, summarizeRatings } from '@orchestra/db';
import { authenticateRequest } from '../guards/require-account.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { toViewer } from '../reviews/to-viewer.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `GET /extensions/:name/reviews`: the reviews of an extension, a page at a time. */
export const listReviewsRoute: Route = (server, { authenticator, database }) => {
  server.get(
    '/extensions/:name/reviews',
    {
      config: { cache: 'viewer' },
      schema: {
        operationId: 'listReviews',
        summary: 'List the reviews of an extension',
        description:
          'All texts are plain. With a token, `own` is the review of its account, and those that are hidden are shown to their author and to admins.',
        params: NameParamsSchema,
        querystring: ReviewQuerySchema,
        response: { 200: ReviewPageSchema, ...errorResponses },
      },
    },
    async (request): Promise<ReviewPage> => {
      const { sort = 'recent', page = 1, per_page = 20 } = request.query;
      const viewer = toViewer(await authenticateRequest(request, authenticator));
      const extensionId = await requireExtension(database, request.params.name);
      const place = { limit: per_page, offset: (page - 1) * per_page };
      const { userId } = viewer;
      const [{ reviews: data, total }, summary, own] = await Promise.all([
        listReviews(database, { extensionId, viewer, sort, ...place }),
        summarizeRatings(database, extensionId),
        userId === null ? null : findOwnReview(database, { extensionId, userId }),
      ]);
      const last_page = Math.max(1, Math.ceil(total / per_page));
      return { data, meta: { total, page, per_page, last_page }, summary, own };
    },
  );
};
