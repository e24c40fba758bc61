import * as Type from 'typebox';
import type { Static } from 'typebox';
import { StatusSchema } from './index-entry.ts';
import { PermissionSchema } from './names.ts';
import { UnclearCodeSchema } from './unclear-code.ts';

/** A published version, as lists of the API show it. */
export const PublishedVersionSchema = Type.Object({
  version: Type.String(),
  status: StatusSchema,
  yanked: Type.Boolean({ description: 'True for any status but live.' }),
  reason: Type.Union([Type.String(), Type.Null()]),
  publishedAt: Type.String(),
  size: Type.Integer({ description: 'Bytes of the package.' }),
  unpackedSize: Type.Integer({ description: 'Bytes of all files.' }),
  sha256: Type.String(),
  engines: Type.Record(Type.String(), Type.String()),
  minOrchestraVersion: Type.Union([Type.String(), Type.Null()], {
    description: 'The oldest Orchestra that satisfies engines.orchestra; null where any does.',
  }),
  permissions: Type.Array(PermissionSchema),
  unclearCode: Type.Union([UnclearCodeSchema, Type.Null()], {
    description:
      'Code of which nobody can tell by reading it what it uses; null where that is not known.',
  }),
  package: Type.String({ description: 'Where the package is downloaded.' }),
});
export type PublishedVersion = Static<typeof PublishedVersionSchema>;

/** A published version with the contents of its documents, as the API returns it by itself. */
export const VersionDetailsSchema = Type.Object({
  ...PublishedVersionSchema.properties,
  manifest: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], {
    description: 'package.json, without addresses; null until it was read.',
  }),
  changelog: Type.Union([Type.String(), Type.Null()], {
    description: 'Markdown; null until it was read, and where there is none.',
  }),
});
export type VersionDetails = Static<typeof VersionDetailsSchema>;
