import { readFileSync } from 'node:fs';
import type { JsonSchema } from './schema/json-schema.ts';

/** What can be typed on the command line; `cli/scripts/describe-program.ts` writes it. */
export interface ProgramReference {
  options: OptionReference[];
  commands: {
    name: string;
    usage: string;
    description: string;
    options: OptionReference[];
    examples: string[];
  }[];
}

/** An option of the command line. */
export interface OptionReference {
  flags: string;
  description: string;
  default: string | null;
}

/** The parts of an OpenAPI document that the reference shows; `tools/api/scripts/describe-api.ts` writes it. */
export interface ApiReference {
  /** By path and method. */
  paths: Record<string, Record<string, Operation>>;
}

/** A route. */
export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
  /** One of several ways to sign in; an empty one means that it may be left out. */
  security?: object[];
}

/** What stands in the address or the headers of a request. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

/** Reads the description of the command line. */
export function readProgramReference(): ProgramReference {
  return read('cli.json');
}

/** Reads the description of the API. */
export function readApiReference(): ApiReference {
  return read('openapi.json');
}

/** Scripts of ours write these files from values of the same shape, and tests find drift. */
function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../reference/${name}`, import.meta.url), 'utf8'));
}
