import { NameSchema, Sha256Schema, VersionSchema } from '@orchestra/core';
import { type JsonSchema, toJsonSchema } from './json-schema.ts';

/** Describes a type in a few words: `string`, `array of string`, `native or raycast`. */
export function describeType(schema: JsonSchema): string {
  const { anyOf, items, type, patternProperties } = schema;
  if (schema.enum !== undefined) return schema.enum.map(String).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (anyOf !== undefined) return [...new Set(anyOf.map(describeType))].join(' or ');
  if (type === 'array') return items === undefined ? 'array' : `array of ${describeType(items)}`;
  if (patternProperties !== undefined) {
    const [value = {}] = Object.values(patternProperties);
    return `object of ${describeType(value)} by key`;
  }
  if (type === 'string' && schema.pattern !== undefined) return known.get(schema.pattern) ?? type;
  return type ?? 'anything';
}

/** Names for well-known patterns, shown instead of the regular expressions. */
const known = new Map([
  [toJsonSchema(NameSchema).pattern, 'name of an extension'],
  [toJsonSchema(VersionSchema).pattern, 'version'],
  [toJsonSchema(Sha256Schema).pattern, 'SHA-256 in hex'],
]);

/** Describes the limits of a value besides its type: `at most 100 characters`, `1 to 5`. */
export function describeLimits(schema: JsonSchema): string[] {
  const { maxLength, minimum, maximum, default: usual } = schema;
  return [
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(minimum === undefined ? [] : [describeRange(minimum, maximum)]),
    ...(usual === undefined ? [] : [`${JSON.stringify(usual)} where absent`]),
  ];
}

function describeRange(minimum: number, maximum: number | undefined): string {
  const isOpen = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER;
  return isOpen ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}
