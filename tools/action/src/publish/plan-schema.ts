import {
  FailureSchema,
  OwnerSchema,
  PackageFactsSchema,
  PlannedDocSchema,
  ReleaseManifestSchema,
  SourceSchema,
  SubmissionSchema,
  ProblemSummarySchema,
  UnclearCodeSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

const path = Type.String({ description: 'Of the submission, relative to the index.' });

/** A package that was read by a job without credentials, for the job that has them. */
export const PlannedReleaseSchema = Type.Object({
  kind: Type.Literal('publish'),
  path,
  submission: SubmissionSchema,
  manifest: ReleaseManifestSchema,
  facts: PackageFactsSchema,
  docs: Type.Array(PlannedDocSchema),
  unclearCode: UnclearCodeSchema,
  needsReview: Type.Boolean({ description: 'Whether a person has to have looked at its code.' }),
  source: Type.Object({
    ...SourceSchema.properties,
    repositoryOwnerId: OwnerSchema.properties.id,
    assetUploaderId: Type.Integer({ minimum: 0 }),
  }),
});
export type PlannedRelease = Static<typeof PlannedReleaseSchema>;

/** A planned yank or its undoing, which has no package. */
const PlannedStatusSchema = Type.Object({
  kind: Type.Literal('status'),
  path,
  submission: SubmissionSchema,
});

/**
 * A planned failure. `never`: the submission is removed, and its author informed. `later`: it stays for the
 * next run.
 */
const PlannedFailureSchema = Type.Object({
  kind: Type.Enum(['never', 'later']),
  path,
  failure: FailureSchema,
  problems: Type.Array(ProblemSummarySchema),
});
export type PlannedFailure = Static<typeof PlannedFailureSchema>;

/** The plan for one submission. */
export const PlannedSubmissionSchema = Type.Union([
  PlannedReleaseSchema,
  PlannedStatusSchema,
  PlannedFailureSchema,
]);
export type PlannedSubmission = Static<typeof PlannedSubmissionSchema>;

/**
 * `plan.json`. The bytes are in files beside it: `<nth>/package.tar.gz` and `<nth>/docs/<nth>`, named by
 * index alone.
 */
export const PublishPlanSchema = Type.Object({
  format: Type.Literal(1),
  submissions: Type.Array(PlannedSubmissionSchema),
});
export type PublishPlan = Static<typeof PublishPlanSchema>;

/** Path of the nth submission's package in the folder of a plan. */
export function packageFile(nth: number): string {
  return `${nth}/package.tar.gz`;
}

/** Path of a docs file in the folder of a plan. */
export function docFile(nth: number, doc: number): string {
  return `${nth}/docs/${doc}`;
}
