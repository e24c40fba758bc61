import { type ParsedJson, parseValue } from '@orchestra/core';
import { type EngineMessage, EngineMessageSchema } from './messages.ts';

type MessageSchema = (typeof EngineMessageSchema.anyOf)[number];

const schemas = new Map<string, MessageSchema>(
  EngineMessageSchema.anyOf.map((schema) => [schema.properties.type.const, schema]),
);

/** Reads a line of an engine: the message, or why it is none. */
export function parseEngineMessage(line: string): ParsedJson<EngineMessage> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, reason: 'it is no JSON' };
  }
  const type: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (schema === undefined) return { ok: false, reason: 'its type is not known' };
  const parsed = parseValue(schema, value);
  if (parsed.ok) return { ok: true, value: parsed.value };
  const [first] = parsed.errors;
  return {
    ok: false,
    reason: `${String(type).slice(0, 100)}${first?.path ?? ''} ${first?.message ?? 'is wrong'}`,
  };
}
