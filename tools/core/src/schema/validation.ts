import * as Type from 'typebox';
import type { Static } from 'typebox';
import { AnalysisSchema } from './analysis.ts';
import { ProblemSummarySchema } from './answers.ts';
import { OwnerSchema, SourceSchema } from './index-entry.ts';
import { CategorySchema, CompatSchema, PermissionSchema, Sha256Schema } from './names.ts';
import { SubmissionSchema } from './submission.ts';
import { UnclearCodeSchema } from './unclear-code.ts';

/** An error as data, for a JSON file. */
export const FailureSchema = Type.Object({
  code: Type.String({ description: 'From the closed list of error codes.' }),
  message: Type.String(),
  hint: Type.Union([Type.String(), Type.Null()]),
});
export type Failure = Static<typeof FailureSchema>;

/** What reviewers of a submission need to know about its package. */
export const SubmissionFactsSchema = Type.Object({
  isNewName: Type.Boolean(),
  /** The newest live version before this submission; null where there is none. */
  latest: Type.Union([Type.String(), Type.Null()]),
  displayName: Type.String(),
  description: Type.String(),
  compat: CompatSchema,
  license: Type.Union([Type.String(), Type.Null()]),
  homepage: Type.Union([Type.String(), Type.Null()]),
  categories: Type.Array(CategorySchema),
  permissions: Type.Array(PermissionSchema),
  /** Permissions that the newest live version doesn't ask for. */
  addedPermissions: Type.Array(PermissionSchema),
  unclearCode: UnclearCodeSchema,
  /** What the code uses. */
  analysis: AnalysisSchema,
  sha256: Sha256Schema,
  /** Bytes of the package. */
  size: Type.Integer(),
  unpackedSize: Type.Integer(),
  source: SourceSchema,
  tag: Type.String(),
  assetName: Type.String(),
  assetUploader: Type.String(),
});
export type SubmissionFacts = Static<typeof SubmissionFactsSchema>;

/**
 * The result of validating a pull request. It is written by a job that reads untrusted files and has no write
 * access, and parsed by the job that has it.
 */
export const ValidationSchema = Type.Object({
  format: Type.Literal(1),
  pullRequest: Type.Integer({ minimum: 1 }),
  head: Type.String({ pattern: '^[0-9a-f]{40}$', description: 'The commit that was looked at.' }),
  decision: Type.Enum(['ignore', 'merge', 'review', 'refuse', 'wait'], {
    description:
      'ignore: no submission; review: a person decides; wait: it could not be found out yet.',
  }),
  checkedAt: Type.String(),
  submission: Type.Union([SubmissionSchema, Type.Null()]),
  submitter: Type.Union([OwnerSchema, Type.Null()]),
  problems: Type.Array(ProblemSummarySchema),
  failure: Type.Union([FailureSchema, Type.Null()]),
  facts: Type.Union([SubmissionFactsSchema, Type.Null()]),
});
export type Validation = Static<typeof ValidationSchema>;
