import type { Static, TSchema } from 'typebox';
import { parseValue } from './parse-value.ts';

/** The value, or why it isn't one: every mismatch in a single line. */
export type ParsedJson<T> = { ok: true; value: T } | { ok: false; reason: string };

/** Reads JSON text and checks it against a schema. */
export function parseJson<S extends TSchema>(schema: S, text: string): ParsedJson<Static<S>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'not JSON' };
  }
  const parsed = parseValue(schema, value);
  if (parsed.ok) return parsed;
  const reasons = parsed.errors.map(
    (found) => `${found.path === '' ? 'it' : found.path} ${found.message}`,
  );
  return { ok: false, reason: reasons.join('; ') };
}
