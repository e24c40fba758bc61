import {
  parseReviewText,
  RegistryError,
  type Review,
  type ReviewDraft,
  ReviewDraftSchema,
  ReviewSchema,
} from '@orchestra/core';
import {
  addReview,
  changeReview,
  findOwnReview,
  type Queryable,
  removeReview,
  type WrittenReview,
} from '@orchestra/db';
import * as Type from 'typebox';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { requireAccount } from '../guards/require-account.ts';
import { writeOnce } from '../idempotency/write-once.ts';
import { refuseTexts } from '../reviews/refuse-texts.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { requireReviewer } from '../reviews/require-reviewer.ts';
import type { Route } from './route.ts';
import { errorResponses, IdempotencyHeadersSchema, NameParamsSchema } from './schemas.ts';

/** `POST`, `PUT` and `DELETE /extensions/:name/reviews`: an account's own review of an extension. */
export const writeReviewRoute: Route = (server, { authenticator, database }) => {
  const scope = { scope: 'review' } as const;
  server.post(
    '/extensions/:name/reviews',
    {
      schema: {
        ...writing,
        operationId: 'addReview',
        summary: 'Review an extension that you had installed',
        body: ReviewDraftSchema,
        response: { 201: ReviewSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, scope);
      const { name } = request.params;
      return writeOnce(request, {
        reply,
        database,
        userId: account.userId,
        async write(transaction) {
          const review = await prepare(transaction, { name, account, draft: request.body });
          if (!(await addReview(transaction, review))) throw exists(name);
          const body = await requireOwn(transaction, { ...review, name });
          const location = `/api/v1/extensions/${name}/reviews/${body.id}`;
          return { status: 201, location, body };
        },
      });
    },
  );
  server.put(
    '/extensions/:name/reviews',
    {
      schema: {
        ...writing,
        operationId: 'changeReview',
        summary: 'Replace your review of an extension',
        body: ReviewDraftSchema,
        response: { 200: ReviewSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await requireAccount(request, authenticator, scope);
      const { name } = request.params;
      return writeOnce(request, {
        reply,
        database,
        userId: account.userId,
        async write(transaction) {
          const review = await prepare(transaction, { name, account, draft: request.body });
          if (!(await changeReview(transaction, review))) throw unwritten(name);
          return { status: 200, body: await requireOwn(transaction, { ...review, name }) };
        },
      });
    },
  );
  server.delete(
    '/extensions/:name/reviews',
    {
      schema: {
        ...writing,
        operationId: 'removeReview',
        summary: 'Remove your review of an extension',
        response: { 204: Type.Null({ description: 'It is gone.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const { userId } = await requireAccount(request, authenticator, scope);
      const { name } = request.params;
      return writeOnce(request, {
        reply,
        database,
        userId,
        async write(transaction) {
          const extensionId = await requireExtension(transaction, name);
          if (!(await removeReview(transaction, { extensionId, userId }))) throw unwritten(name);
          return { status: 204, body: null };
        },
      });
    },
  );
};

const writing = {
  security: [{ token: [] }],
  params: NameParamsSchema,
  headers: IdempotencyHeadersSchema,
};

async function prepare(
  transaction: Queryable,
  of: { name: string; account: AuthenticatedAccount; draft: ReviewDraft },
): Promise<WrittenReview> {
  const { rating, title = '', body = '' } = of.draft;
  const texts = {
    title: parseReviewText(title, { path: 'body#/title', lines: false }),
    body: parseReviewText(body, { path: 'body#/body', lines: true }),
  };
  refuseTexts(texts.title, texts.body);
  const reviewer = await requireReviewer(transaction, of);
  const { userId } = of.account;
  return { ...reviewer, userId, rating, title: texts.title.text, body: texts.body.text };
}

async function requireOwn(
  transaction: Queryable,
  of: { extensionId: number; userId: number; name: string },
): Promise<Review> {
  const review = await findOwnReview(transaction, of);
  if (review === null) throw unwritten(of.name);
  return review;
}

function exists(name: string): RegistryError {
  return new RegistryError('review-exists', `You have reviewed '${name}' before`, {
    hint: 'Replace your review with PUT: orchestra ext review does so by itself.',
  });
}

function unwritten(name: string): RegistryError {
  return new RegistryError('review-unknown', `You have not reviewed '${name}'`, {
    hint: 'Write a review with POST.',
  });
}
