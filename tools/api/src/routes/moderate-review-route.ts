import { parseReviewText, ReviewModerationSchema, ReviewSchema } from '@orchestra/core';
import { answerReviewReports, hideReview, unhideReview } from '@orchestra/db';
import { requireAccount } from '../guards/require-account.ts';
import { requireAdmin } from '../guards/require-admin.ts';
import { writeOnce } from '../idempotency/write-once.ts';
import { refuseTexts } from '../reviews/refuse-texts.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { requireReview, reviewUnknown } from '../reviews/require-review.ts';
import { toViewer } from '../reviews/to-viewer.ts';
import type { Route } from './route.ts';
import { errorResponses, IdempotencyHeadersSchema, ReviewParamsSchema } from './schemas.ts';

/** `PUT …/reviews/:id`: hides a review or shows it again, which also closes its reports. */
export const moderateReviewRoute: Route = (server, { authenticator, database }) => {
  server.put(
    '/extensions/:name/reviews/:id',
    {
      onRequest: requireAdmin(authenticator),
      schema: {
        operationId: 'moderateReview',
        summary: 'Hide a review, or show it again',
        description: 'A hidden one does not count, and only its author and admins see it.',
        security: [{ token: [] }],
        tags: ['admin'],
        params: ReviewParamsSchema,
        headers: IdempotencyHeadersSchema,
        body: ReviewModerationSchema,
        response: { 200: ReviewSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, { scope: 'admin' });
      const { name, id } = request.params;
      const { hidden, reason = '' } = request.body;
      const parsed = parseReviewText(reason, { path: 'body#/reason', lines: true });
      refuseTexts(parsed);
      return writeOnce(request, {
        reply,
        database,
        userId: account.userId,
        async write(transaction) {
          const extensionId = await requireExtension(transaction, name);
          const of = { extensionId, id, reason: parsed.text, adminId: account.userId };
          const done = await (hidden ? hideReview : unhideReview)(transaction, of);
          if (!done) throw reviewUnknown({ name, id });
          await answerReviewReports(transaction, id);
          const viewer = toViewer(account);
          const body = await requireReview(transaction, { extensionId, name, id, viewer });
          return { status: 200, body };
        },
      });
    },
  );
};
