import * as Type from 'typebox';
import type { Static } from 'typebox';
import {
  CategorySchema,
  CompatSchema,
  KeySchema,
  NameSchema,
  PermissionSchema,
  Sha256Schema,
  VersionSchema,
} from './names.ts';
import { UnclearCodeSchema } from './unclear-code.ts';
import { VscodeRelationsSchema } from './vscode-relations.ts';

const TimeSchema = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
});

/** Who may publish an extension: an account of a provider, never an email. */
export const OwnerSchema = Type.Object(
  {
    provider: Type.Enum(['github', 'local']),
    id: Type.Integer({
      minimum: 1,
      description: "The account's numeric id, which a rename keeps.",
    }),
    login: Type.String({ pattern: '^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,38})$' }),
  },
  { additionalProperties: false },
);
export type Owner = Static<typeof OwnerSchema>;

/** The repository that an extension is published from, pinned at its first publish. */
export const SourceSchema = Type.Object(
  {
    repositoryId: Type.Integer({ minimum: 1 }),
    repository: Type.String({ pattern: '^[^/\\s]+/[^/\\s]+$' }),
  },
  { additionalProperties: false },
);
export type Source = Static<typeof SourceSchema>;

/** `live` is offered; `yanked` is hidden from resolution; `quarantined` refuses to install. */
export const StatusSchema = Type.Enum(['live', 'yanked', 'quarantined']);
export type Status = Static<typeof StatusSchema>;

/**
 * One published version. Its bytes never change; only `status` and `reason` may.
 * Keys that a later registry adds are let through: `format` alone says whether an entry can be read.
 */
export const IndexVersionSchema = Type.Object({
  version: VersionSchema,
  sha256: Sha256Schema,
  size: Type.Integer({ minimum: 1, description: 'Bytes of the .tar.gz.' }),
  unpackedSize: Type.Integer({ minimum: 0, description: 'Bytes of all files.' }),
  engines: Type.Record(KeySchema, Type.String(), { description: 'Semver ranges by engine.' }),
  permissions: Type.Array(PermissionSchema, { uniqueItems: true }),
  publishedAt: TimeSchema,
  docs: Type.Record(KeySchema, Sha256Schema, {
    description:
      'SHA-256 by path below <docs>/<name>/<version>/: manifest.json, permissions.json, readme.md, changelog.md, icon.png, files/….',
  }),
  status: StatusSchema,
  reason: Type.Optional(Type.String({ maxLength: 500 })),
  unclearCode: Type.Optional(UnclearCodeSchema),
  vscode: Type.Optional(VscodeRelationsSchema),
  provenance: Type.Optional(Type.Record(KeySchema, Type.Unknown())),
});
export type IndexVersion = Static<typeof IndexVersionSchema>;

/** One extension as the index keeps it: `extensions/gi/t-/git-lens.json`. Versions stand newest first. */
export const IndexEntrySchema = Type.Object({
  format: Type.Literal(1),
  name: NameSchema,
  owners: Type.Array(OwnerSchema, { minItems: 1 }),
  source: Type.Union([SourceSchema, Type.Null()]),
  compat: CompatSchema,
  displayName: Type.String(),
  description: Type.String(),
  categories: Type.Array(CategorySchema, { uniqueItems: true }),
  tags: Type.Array(Type.String()),
  license: Type.Union([Type.String(), Type.Null()]),
  homepage: Type.Union([Type.String(), Type.Null()]),
  createdAt: TimeSchema,
  versions: Type.Array(IndexVersionSchema, { minItems: 1 }),
});
export type IndexEntry = Static<typeof IndexEntrySchema>;
