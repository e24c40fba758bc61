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

/** What an entry takes over from the manifest of a package that passed every check. */
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
});
export type ReleaseManifest = Static<typeof ReleaseManifestSchema>;

/** A file for people: shown on the site and by the app, stored beside the package. */
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

/** Where the bytes of a version were made, kept beside it in the entry. */
export const ProvenanceSchema = Type.Object({
  repository: Type.String(),
  commit: Type.String(),
  tag: Type.String(),
  releaseAssetId: Type.Integer(),
  pullRequest: Type.Integer({ description: 'Number of the pull request that asked for it.' }),
});
export type Provenance = Static<typeof ProvenanceSchema>;

/** What is known of a packed extension before anyone looks inside. */
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
