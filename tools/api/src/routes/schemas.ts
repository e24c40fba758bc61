import {
  NameSchema,
  PermissionSchema,
  ProblemDetailsSchema,
  StatusSchema,
  VersionSchema,
} from '@orchestra/core';
import * as Type from 'typebox';

/** Parameters of `/extensions/:name/…`. */
export const NameParamsSchema = Type.Object({ name: NameSchema });

/** Parameters of `/extensions/:name/versions/:version`. */
export const VersionParamsSchema = Type.Object({ name: NameSchema, version: VersionSchema });

/** A published version, as the API shows it. */
export const PublishedVersionSchema = Type.Object({
  version: Type.String(),
  status: StatusSchema,
  reason: Type.Union([Type.String(), Type.Null()]),
  publishedAt: Type.String(),
  size: Type.Integer({ description: 'Bytes of the package.' }),
  unpackedSize: Type.Integer({ description: 'Bytes of all files.' }),
  sha256: Type.String(),
  engines: Type.Record(Type.String(), Type.String()),
  permissions: Type.Array(PermissionSchema),
  package: Type.String({ description: 'Where the package is downloaded.' }),
});

/** The error that any route may answer, for the OpenAPI description. */
export const errorResponses = {
  '4xx': ProblemDetailsSchema,
  '5xx': ProblemDetailsSchema,
};
