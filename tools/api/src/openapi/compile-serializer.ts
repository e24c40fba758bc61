import buildSerializer from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

type Serializer = ReturnType<typeof buildSerializer>;

/** Those of this process by their schema, for all its servers. */
const serializers = new WeakMap<TSchema, Serializer>();

/**
 * Makes the serializer of one kind of answer, which leaves out what its schema doesn't have. It is compiled with the
 * first such answer: to compile those of all routes takes a third of the start of a server.
 */
export const compileSerializer: FastifySerializerCompiler<TSchema> =
  ({ schema }) =>
  (answer) =>
    serializerOf(schema)(answer);

function serializerOf(schema: TSchema): Serializer {
  const serializer = serializers.get(schema) ?? buildSerializer(schema);
  serializers.set(schema, serializer);
  return serializer;
}
