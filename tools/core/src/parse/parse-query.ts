import { makeParser, type ParsedValue } from './make-parser.ts';
import type { Static, TSchema } from 'typebox';

/**
 * Checks the values of a query or a path, which are all texts: where the schema wants a number, `5` is
 * one. What is absent gets its default.
 */
export function parseQuery<S extends TSchema>(schema: S, query: object): ParsedValue<Static<S>> {
  return parse(schema, { ...query }); // copied: coercion changes the value in its place
}

const parse = makeParser({ coerceTypes: true, useDefaults: true });
