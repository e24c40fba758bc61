import { NameSchema, ProblemDetailsSchema, VersionSchema } from '@orchestra/core';
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

/** Headers of a write that a client may send again. */
export const IdempotencyHeadersSchema = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        'A random text of the client: the same request with the same key is carried out once, and answered the same for a day, with Idempotency-Replayed: true.',
    }),
  ),
});

/** The error response of every route, for the OpenAPI description. */
export const errorResponses = {
  '4xx': ProblemDetailsSchema,
  '5xx': ProblemDetailsSchema,
};
