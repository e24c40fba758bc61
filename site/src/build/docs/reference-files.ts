import {
  KeySchema,
  parseJson,
  type ProgramReference,
  ProgramReferenceSchema,
} from '@orchestra/core';
import { readFileSync } from 'node:fs';
import * as Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { JsonSchemaRef, jsonSchemaParts } from './schema/json-schema.ts';

const ParameterSchema = Type.Object({
  name: Type.String(),
  in: Type.Enum(['path', 'query', 'header']),
  required: Type.Optional(Type.Boolean()),
  description: Type.Optional(Type.String()),
  schema: JsonSchemaRef,
});

/** Contents by media type. */
const ContentSchema = Type.Record(KeySchema, Type.Object({ schema: JsonSchemaRef }));

const OperationSchema = Type.Object({
  operationId: Type.String(),
  summary: Type.String(),
  description: Type.Optional(Type.String()),
  parameters: Type.Optional(Type.Array(ParameterSchema)),
  requestBody: Type.Optional(Type.Object({ content: ContentSchema })),
  responses: Type.Record(KeySchema, Type.Object({ content: Type.Optional(ContentSchema) })),
  /** The alternatives for authentication; an empty one means that it is optional. */
  security: Type.Optional(Type.Array(Type.Object({}))),
});

/**
 * The parts of an OpenAPI document that the reference uses; `tools/api/scripts/describe-api.ts` writes it.
 */
const ApiReferenceSchema = Type.Cyclic(
  {
    JsonSchema: jsonSchemaParts,
    ApiReference: Type.Object({
      /** Operations by path and method. */
      paths: Type.Record(KeySchema, Type.Record(KeySchema, OperationSchema)),
    }),
  },
  'ApiReference',
);
export type ApiReference = Static<typeof ApiReferenceSchema>;

/** A route in the OpenAPI document. */
export type Operation = ApiReference['paths'][string][string];

/** A parameter in the path, query or headers of a request. */
export type Parameter = NonNullable<Operation['parameters']>[number];

const BundleScoresSchema = Type.Array(
  Type.Object({
    bundler: Type.String(),
    options: Type.String(),
    bundles: Type.Integer(),
    right: Type.Integer(),
    held: Type.Integer(),
    excess: Type.Integer(),
    silent: Type.Integer(),
  }),
);

/** How well the code that a bundler wrote is read, with each set of its options. */
export type BundleScores = Static<typeof BundleScoresSchema>;

/** Reads how well the code that bundlers write is read; a test of the analysis keeps it true. */
export function readBundleScores(): BundleScores {
  return read('bundle-scores.json', BundleScoresSchema);
}

/** Reads the description of the command line. */
export function readProgramReference(): ProgramReference {
  return read('cli.json', ProgramReferenceSchema);
}

/** Reads the description of the API. */
export function readApiReference(): ApiReference {
  return read('openapi.json', ApiReferenceSchema);
}

/** Reads a reference file, which the project's own scripts write and tests keep up to date. */
function read<S extends TSchema>(name: string, schema: S): Static<S> {
  const text = readFileSync(new URL(`../../reference/${name}`, import.meta.url), 'utf8');
  const parsed = parseJson(schema, text);
  if (parsed.ok) return parsed.value;
  throw new Error(`reference/${name} is damaged: ${parsed.reason}`);
}
