import * as Type from 'typebox';
import type { Static } from 'typebox';
import { OwnerSchema } from './index-entry.ts';

/** Longest title of a review, in characters (code points). */
export const maxReviewTitle = 100;

/** Longest text of a review, and of a reply to one, in characters. */
export const maxReviewBody = 2000;

const nullable = { description: 'Null where there is none.' };
const IdSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A rating in whole stars. */
export const RatingSchema = Type.Integer({ minimum: 1, maximum: 5, description: '1 to 5 stars.' });

/** The body of `POST` and `PUT /extensions/:name/reviews`. */
export const ReviewDraftSchema = Type.Object(
  {
    rating: RatingSchema,
    title: Type.Optional(
      Type.String({ maxLength: maxReviewTitle, description: 'One line of plain text.' }),
    ),
    body: Type.Optional(
      Type.String({
        maxLength: maxReviewBody,
        description: 'Plain text; nothing in it is markup.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ReviewDraft = Static<typeof ReviewDraftSchema>;

/** The body of `POST /extensions/:name/reviews/:id/reply`. */
export const ReplyDraftSchema = Type.Object(
  {
    body: Type.String({
      maxLength: maxReviewBody,
      description: 'Plain text; an empty one removes the reply.',
    }),
  },
  { additionalProperties: false },
);

/** The body of `POST /extensions/:name/reviews/:id/report`. */
export const ReportDraftSchema = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500, description: 'What is wrong with it.' }) },
  { additionalProperties: false },
);

/** The body of `PUT /extensions/:name/reviews/:id`. */
export const ReviewModerationSchema = Type.Object(
  {
    hidden: Type.Boolean(),
    reason: Type.Optional(Type.String({ maxLength: 500, description: 'Told to the author.' })),
  },
  { additionalProperties: false },
);
export type ReviewModeration = Static<typeof ReviewModerationSchema>;

/** An owner's reply to a review. */
export const ReviewReplySchema = Type.Object({
  login: Type.String(),
  body: Type.String({ description: 'Plain text.' }),
  at: Type.String({ description: 'ISO time.' }),
});

/** A person's review of an extension. All texts are plain, and none holds an email. */
export const ReviewSchema = Type.Object({
  id: IdSchema,
  rating: RatingSchema,
  title: Type.Union([Type.String(), Type.Null()], nullable),
  body: Type.Union([Type.String(), Type.Null()], nullable),
  version: Type.String({ description: 'What its author had installed.' }),
  author: OwnerSchema,
  createdAt: Type.String({ description: 'ISO time.' }),
  updatedAt: Type.String({ description: 'ISO time.' }),
  reply: Type.Union([ReviewReplySchema, Type.Null()], nullable),
  hidden: Type.Boolean({ description: 'Only its author and admins see one that is hidden.' }),
  hiddenReason: Type.Union([Type.String(), Type.Null()], nullable),
});
export type Review = Static<typeof ReviewSchema>;

/** Sort orders of reviews: newest first, best first, worst first. */
export const reviewSorts = ['recent', 'rating', 'critical'] as const;
/** One of {@link reviewSorts}. */
export type ReviewSort = (typeof reviewSorts)[number];

const PageSchema = Type.Integer({ minimum: 1, maximum: 100_000, default: 1 });
const PerPageSchema = Type.Integer({ minimum: 1, maximum: 100, default: 20 });

/** The query of `GET /admin/reports`. */
export const ReportQuerySchema = Type.Object({
  page: Type.Optional(PageSchema),
  per_page: Type.Optional(PerPageSchema),
});

/** The query of `GET /extensions/:name/reviews`. */
export const ReviewQuerySchema = Type.Object({
  sort: Type.Optional(Type.Enum([...reviewSorts])),
  ...ReportQuerySchema.properties,
});
export type ReviewQuery = Static<typeof ReviewQuerySchema>;

/** Average and number of an extension's ratings; hidden reviews don't count. */
export const RatingSummarySchema = Type.Object({
  average: Type.Union([Type.Number(), Type.Null()], { description: 'Null without a rating.' }),
  count: Type.Integer(),
  histogram: Type.Object(
    {
      1: Type.Integer(),
      2: Type.Integer(),
      3: Type.Integer(),
      4: Type.Integer(),
      5: Type.Integer(),
    },
    { description: 'How many reviews by stars.' },
  ),
});
export type RatingSummary = Static<typeof RatingSummarySchema>;

const MetaSchema = Type.Object({
  total: Type.Integer(),
  page: Type.Integer(),
  per_page: Type.Integer(),
  last_page: Type.Integer(),
});

/** The answer of `GET /extensions/:name/reviews`. */
export const ReviewPageSchema = Type.Object({
  data: Type.Array(ReviewSchema),
  meta: MetaSchema,
  summary: RatingSummarySchema,
  own: Type.Union([ReviewSchema, Type.Null()], {
    description: 'That of the account that asks, on whatever page it is; null where there is none.',
  }),
});
export type ReviewPage = Static<typeof ReviewPageSchema>;

/** A report of a review that no admin has decided on yet. */
export const ReviewReportSchema = Type.Object({
  extension: Type.String(),
  review: ReviewSchema,
  reporter: OwnerSchema,
  reason: Type.String(),
  reportedAt: Type.String({ description: 'ISO time.' }),
});
export type ReviewReport = Static<typeof ReviewReportSchema>;

/** The answer of `GET /admin/reports`. */
export const ReportPageSchema = Type.Object({
  data: Type.Array(ReviewReportSchema),
  meta: MetaSchema,
});
export type ReportPage = Static<typeof ReportPageSchema>;
