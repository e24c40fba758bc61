import { parseReviewText, ReplyDraftSchema, type Review, ReviewSchema } from '@orchestra/core';
import { type Queryable, removeReviewReply, setReviewReply } from '@orchestra/db';
import * as Type from 'typebox';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { requireAccount } from '../guards/require-account.ts';
import { writeOnce } from '../idempotency/write-once.ts';
import { refuseTexts } from '../reviews/refuse-texts.ts';
import { requireOwner } from '../reviews/require-owner.ts';
import { requireReview } from '../reviews/require-review.ts';
import { toViewer } from '../reviews/to-viewer.ts';
import type { Route } from './route.ts';
import { errorResponses, IdempotencyHeadersSchema, ReviewParamsSchema } from './schemas.ts';

/** `POST` and `DELETE …/reviews/:id/reply`: the owner's reply, one per review. */
export const replyToReviewRoute: Route = (server, { authenticator, database }) => {
  server.post(
    '/extensions/:name/reviews/:id/reply',
    {
      schema: {
        ...replying,
        operationId: 'replyToReview',
        summary: 'Answer a review of your extension',
        description: 'An earlier answer is replaced; an empty one removes it.',
        body: ReplyDraftSchema,
        response: { 200: ReviewSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, { scope: 'review' });
      const of = { ...request.params, account };
      const parsed = parseReviewText(request.body.body, { path: 'body#/body', lines: true });
      refuseTexts(parsed);
      return writeOnce(request, {
        reply,
        database,
        userId: account.userId,
        async write(transaction) {
          await answer(transaction, { ...of, text: parsed.text });
          return { status: 200, body: await findAnswerable(transaction, of) };
        },
      });
    },
  );
  server.delete(
    '/extensions/:name/reviews/:id/reply',
    {
      schema: {
        ...replying,
        operationId: 'removeReply',
        summary: 'Remove the answer to a review of your extension',
        response: { 204: Type.Null({ description: 'It is gone.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, { scope: 'review' });
      return writeOnce(request, {
        reply,
        database,
        userId: account.userId,
        async write(transaction) {
          await answer(transaction, { ...request.params, account, text: null });
          return { status: 204, body: null };
        },
      });
    },
  );
};

const replying = {
  security: [{ token: [] }],
  params: ReviewParamsSchema,
  headers: IdempotencyHeadersSchema,
};

interface Answered {
  name: string;
  id: number;
  account: AuthenticatedAccount;
}

async function answer(
  transaction: Queryable,
  of: Answered & { text: string | null },
): Promise<void> {
  const { id: reviewId } = await findAnswerable(transaction, of);
  if (of.text === null) return removeReviewReply(transaction, reviewId);
  return setReviewReply(transaction, { reviewId, userId: of.account.userId, body: of.text });
}

async function findAnswerable(transaction: Queryable, of: Answered): Promise<Review> {
  const extensionId = await requireOwner(transaction, of);
  return requireReview(transaction, { ...of, extensionId, viewer: toViewer(of.account) });
}
