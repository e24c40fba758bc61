import { type Mismatch, parseQuery, parseValue, RegistryError } from '@orchestra/core';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';

/**
 * Makes what checks one part of a request. A body means what it says: `"5"` is no number, and a key
 * that the schema doesn't have is a mistake. Paths and queries are texts, and are read as such.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = 'body' }) => {
  return (sent: unknown) => {
    const parsed =
      httpPart === 'body' || typeof sent !== 'object' || sent === null
        ? parseValue(schema, sent)
        : parseQuery(schema, sent);
    if (parsed.ok) return { value: parsed.value };
    return { error: refuse(parsed.errors, parts[httpPart] ?? httpPart) };
  };
};

/** What the parts of a request are called, in place of Fastify's words. */
const parts: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' };

function refuse(errors: readonly Mismatch[], part: string): RegistryError {
  const told = errors.slice(0, 5).map(({ path, message, expected, found }) => {
    const stray = /^\{"additionalProperty":(".*)\}$/.exec(expected)?.[1];
    if (stray !== undefined) return `${part}${path} must not have ${stray}`;
    const allowed = expected.startsWith('{"allowedValues":') ? ` (${expected.slice(17, -1)})` : '';
    return `${part}${path} ${message}${allowed}; found ${found}`;
  });
  return new RegistryError('usage', told.join('. '), {
    hint: 'See /openapi.json for what this route takes.',
  });
}
