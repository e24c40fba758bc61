import { parseReviewText, RegistryError, ReportDraftSchema } from '@orchestra/core';
import { addReviewReport } from '@orchestra/db';
import * as Type from 'typebox';
import { requireAccount } from '../guards/require-account.ts';
import { writeOnce } from '../idempotency/write-once.ts';
import { refuseTexts } from '../reviews/refuse-texts.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { requireReview } from '../reviews/require-review.ts';
import { toViewer } from '../reviews/to-viewer.ts';
import type { Route } from './route.ts';
import { errorResponses, IdempotencyHeadersSchema, ReviewParamsSchema } from './schemas.ts';

/** `POST …/reviews/:id/report`: reports a review to the registry's admins. */
export const reportReviewRoute: Route = (server, { authenticator, database }) => {
  server.post(
    '/extensions/:name/reviews/:id/report',
    {
      schema: {
        operationId: 'reportReview',
        summary: 'Report a review of someone else',
        description: 'One report an account and review: another one replaces it.',
        security: [{ token: [] }],
        params: ReviewParamsSchema,
        headers: IdempotencyHeadersSchema,
        body: ReportDraftSchema,
        response: { 204: Type.Null({ description: 'It is reported.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, { scope: 'review' });
      const { name, id } = request.params;
      const parsed = parseReviewText(request.body.reason, { path: 'body#/reason', lines: true });
      refuseTexts(parsed);
      const reason = parsed.text;
      if (reason === null) throw unexplained();
      const { userId } = account;
      return writeOnce(request, {
        reply,
        database,
        userId,
        async write(transaction) {
          const extensionId = await requireExtension(transaction, name);
          const viewer = toViewer(account);
          const { author } = await requireReview(transaction, { extensionId, name, id, viewer });
          if (author.provider === account.provider && author.id === account.id) throw ownReview();
          await addReviewReport(transaction, { reviewId: id, userId, reason });
          return { status: 204, body: null };
        },
      });
    },
  );
};

function unexplained(): RegistryError {
  return new RegistryError('usage', 'Expected a reason; found only white space', {
    hint: 'Say what is wrong with the review.',
  });
}

function ownReview(): RegistryError {
  return new RegistryError('review-forbidden', 'This review is your own', {
    hint: 'Change it with PUT, or remove it with DELETE.',
  });
}
