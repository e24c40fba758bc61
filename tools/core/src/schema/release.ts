import * as Type from 'typebox';
import {
  CategorySchema,
  CompatSchema,
  KeySchema,
  NameSchema,
  PermissionSchema,
  Sha256Schema,
  VersionSchema,
} from './names.ts';
import type { Static } from 'typebox';
import { VscodeRelationsSchema } from './vscode-relations.ts';

/** The fields of a checked package's manifest that are copied into its index entry. */
export const ReleaseManifestSchema = Type.Object({
  name: NameSchema,
  version: VersionSchema,
  compat: CompatSchema,
  displayName: Type.String(),
  description: Type.String(),
  categories: Type.Array(CategorySchema),
  tags: Type.Array(Type.String()),
  license: Type.Optional(Type.String()),
  repository: Type.Optional(Type.String()),
  homepage: Type.Optional(Type.String()),
  engines: Type.Record(KeySchema, Type.String()),
  permissions: Type.Array(PermissionSchema),
  vscode: Type.Optional(VscodeRelationsSchema),
});
export type ReleaseManifest = Static<typeof ReleaseManifestSchema>;

/** A document for people, shown on the site and in the app, and stored beside the package. */
export const PlannedDocSchema = Type.Object({
  path: Type.String({
    description:
      '`manifest.json`, `permissions.json`, `readme.md`, `changelog.md`, `icon.png` or `files/…`.',
  }),
  sha256: Sha256Schema,
  size: Type.Integer({ minimum: 0, description: 'Bytes.' }),
  contentType: Type.String(),
});
export type PlannedDoc = Static<typeof PlannedDocSchema>;

/** Where a version's package was built; kept in the index entry. */
export const ProvenanceSchema = Type.Object({
  repository: Type.String(),
  commit: Type.String(),
  tag: Type.String(),
  releaseAssetId: Type.Integer(),
  pullRequest: Type.Integer({ description: 'Number of the pull request that asked for it.' }),
});
export type Provenance = Static<typeof ProvenanceSchema>;

/** Name, size and digest of a packed extension. */
export const PackageFactsSchema = Type.Object({
  sha256: Type.String({ ...Sha256Schema, description: 'Of the .tar.gz, in lower-case hex.' }),
  tarSha256: Type.String({
    ...Sha256Schema,
    description: 'Of the uncompressed tar, the same on every Node release.',
  }),
  size: Type.Integer({ minimum: 1, description: 'Bytes of the .tar.gz.' }),
  unpackedSize: Type.Integer({ minimum: 0, description: 'Bytes of all files in it.' }),
});
export type PackageFacts = Static<typeof PackageFactsSchema>;
