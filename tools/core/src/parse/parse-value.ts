import { makeParser, type Parser } from './make-parser.ts';

export type { Mismatch, ParsedValue } from './make-parser.ts';

/** Checks a value from outside against a schema: the one boundary where `unknown` gets a type. */
export const parseValue: Parser = makeParser({});
