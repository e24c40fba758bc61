import * as Type from 'typebox';
import type { Static } from 'typebox';
import { SourceSchema } from './index-entry.ts';
import { NameSchema, Sha256Schema, VersionSchema } from './names.ts';

const ReleaseAssetSchema = Type.Object(
  {
    ...SourceSchema.properties,
    releaseAssetId: Type.Integer({ minimum: 1 }),
    tag: Type.String({ minLength: 1, maxLength: 255 }),
    commit: Type.String({ pattern: '^[0-9a-f]{40}$' }),
  },
  { additionalProperties: false, description: 'A public GitHub release asset, never a free URL.' },
);

const named = { format: Type.Literal(1), name: NameSchema, version: VersionSchema };

/** A package to publish: an asset of a public GitHub release, with its digest. */
export const PublishSubmissionSchema = Type.Object(
  {
    ...named,
    action: Type.Literal('publish'),
    sha256: Sha256Schema,
    size: Type.Integer({ minimum: 1 }),
    source: ReleaseAssetSchema,
    requestVerified: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type PublishSubmission = Static<typeof PublishSubmissionSchema>;

/** A request to yank a version, or to undo a yank. */
export const StatusSubmissionSchema = Type.Object(
  {
    ...named,
    action: Type.Enum(['yank', 'unyank']),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type StatusSubmission = Static<typeof StatusSubmissionSchema>;

/** `submissions/<name>/<version>.json`: a publish or yank that is merged and not yet carried out. */
export const SubmissionSchema = Type.Union([PublishSubmissionSchema, StatusSubmissionSchema]);
export type Submission = Static<typeof SubmissionSchema>;
