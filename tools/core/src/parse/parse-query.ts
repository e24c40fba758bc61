import { makeParser, type ParsedValue } from './make-parser.ts';
import type { Static, TSchema } from 'typebox';

/**
 * Checks the values of a URL's query or path, which are all strings: where the schema expects a number, `5`
 * is converted. Missing values get their defaults.
 */
export function parseQuery<S extends TSchema>(schema: S, query: object): ParsedValue<Static<S>> {
  return parse(schema, { ...query }); // copied: coercion changes the value in its place
}

const parse = makeParser({ coerceTypes: true, useDefaults: true });
