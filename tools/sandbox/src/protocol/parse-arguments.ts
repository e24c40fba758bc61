import { parseValue, type ParsedValue } from '@orchestra/core';
import { IsOptional, type TSchema, Type } from 'typebox';

/**
 * Checks arguments of a call: those at the end that aren't given may be missing where their schemas are optional.
 *
 * @param schemas what each argument must be
 * @returns what checks them, and gives as many as were given, or the mismatches with paths from `/0` on
 */
export function argumentParser(
  schemas: readonly TSchema[],
): (given: readonly unknown[]) => ParsedValue<unknown[]> {
  const needed = schemas.findLastIndex((schema) => !IsOptional(schema)) + 1;
  const tuples = schemas.map((_, at) => Type.Tuple(schemas.slice(0, at + 1)));
  const none = Type.Tuple([]);
  return (given) => {
    const last = given.findLastIndex((value) => value !== undefined) + 1;
    const count = Math.min(Math.max(needed, last), schemas.length);
    const values = Array.from({ length: count }, (_, at) => given[at]);
    return parseValue(tuples[count - 1] ?? none, values);
  };
}
