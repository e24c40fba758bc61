import { type Mismatch, parseQuery, parseValue, RegistryError } from '@orchestra/core';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';

/**
 * Makes the validator of one part of a request. Bodies are strict: `"5"` isn't a number, and unknown keys are
 * errors. Paths and queries are strings, which are converted.
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

/** Names for the parts of a request in messages, instead of Fastify's. */
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
