import * as Type from 'typebox';
import type { Static } from 'typebox';
import { ProblemSummarySchema } from './answers.ts';
import { OwnerSchema } from './index-entry.ts';
import { NameSchema, Sha256Schema, VersionSchema } from './names.ts';

const NullableText = (description: string) =>
  Type.Union([Type.String(), Type.Null()], { description });

/** A package that a person was asked to look at, because its code can't be analysed. */
export const CodeReviewSchema = Type.Object({
  name: NameSchema,
  version: VersionSchema,
  sha256: Sha256Schema,
  size: Type.Integer({ minimum: 1, description: 'Bytes of the package.' }),
  state: Type.Enum(['waiting', 'cleared', 'declined'], {
    description: 'cleared: publish the same package again.',
  }),
  requestedBy: OwnerSchema,
  requestedAt: Type.String({ description: 'An ISO time.' }),
  declinedAt: NullableText('An ISO time; null unless it was declined.'),
  reason: NullableText('Why it was declined; null unless it was.'),
  places: Type.Array(ProblemSummarySchema, {
    description: 'Where nobody can tell by reading it what the code uses.',
  }),
});
export type CodeReview = Static<typeof CodeReviewSchema>;

/** The answer to a publish that now waits for a person. */
export const ReviewRequestedSchema = Type.Object({ review: CodeReviewSchema });
export type ReviewRequested = Static<typeof ReviewRequestedSchema>;
