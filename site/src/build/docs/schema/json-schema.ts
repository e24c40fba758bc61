import { KeySchema, parseJson } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A reference to {@link jsonSchemaParts} for recursive schemas: TypeBox resolves references by name. */
export const JsonSchemaRef = Type.Ref('JsonSchema');

/** The parts of a JSON Schema that the references use. */
export const jsonSchemaParts = Type.Object({
  type: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  properties: Type.Optional(Type.Record(KeySchema, JsonSchemaRef)),
  required: Type.Optional(Type.Array(Type.String())),
  items: Type.Optional(JsonSchemaRef),
  enum: Type.Optional(Type.Array(Type.Unknown())),
  const: Type.Optional(Type.Unknown()),
  anyOf: Type.Optional(Type.Array(JsonSchemaRef)),
  allOf: Type.Optional(Type.Array(JsonSchemaRef)),
  /** Schemas for the values of a record. */
  patternProperties: Type.Optional(Type.Record(KeySchema, JsonSchemaRef)),
  additionalProperties: Type.Optional(Type.Unknown()),
  pattern: Type.Optional(Type.String()),
  minLength: Type.Optional(Type.Number()),
  maxLength: Type.Optional(Type.Number()),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  default: Type.Optional(Type.Unknown()),
  examples: Type.Optional(Type.Array(Type.Unknown())),
});

const JsonSchemaSchema = Type.Cyclic({ JsonSchema: jsonSchemaParts }, 'JsonSchema');
export type JsonSchema = Static<typeof JsonSchemaSchema>;

/** Turns a TypeBox value into plain JSON Schema. */
export function toJsonSchema(schema: object): JsonSchema {
  const parsed = parseJson(JsonSchemaSchema, JSON.stringify(schema));
  if (parsed.ok) return parsed.value;
  throw new Error(`The references can't show a schema: ${parsed.reason}`);
}
