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

/** Parameters of `/extensions/:name/reviews/:id…`. */
export const ReviewParamsSchema = Type.Object({
  name: NameSchema,
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});

/** Headers of a write that may come again. */
export const IdempotencyHeadersSchema = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        'A random text of the client: the same request with the same key is carried out once, and answered the same for a day, with Idempotency-Replayed: true.',
    }),
  ),
});

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
