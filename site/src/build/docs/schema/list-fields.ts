import { describeLimits, describeType } from './describe-type.ts';
import type { JsonSchema } from './json-schema.ts';

/** A field of an object in a reference. */
export interface Field {
  /** Path such as `data.items[].name`. */
  path: string;
  type: string;
  required: boolean;
  description: string;
  limits: string[];
}

/** Lists the fields of an object and its nested objects, in the order of the schema. */
export function listFields(schema: JsonSchema, above = ''): Field[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = above + name;
    const inner = innerOf(property);
    return [
      {
        path,
        type: inner === null ? describeType(property) : (property.type ?? 'object'),
        required: required.includes(name),
        description: property.description ?? '',
        limits: describeLimits(property),
      },
      ...(inner === null ? [] : listFields(inner.schema, path + inner.step)),
    ];
  });
}

/** The object in a field, or in the items of its array; null for a plain value. */
function innerOf(schema: JsonSchema): { schema: JsonSchema; step: string } | null {
  if (schema.properties !== undefined) return { schema, step: '.' };
  if (schema.items?.properties !== undefined) return { schema: schema.items, step: '[].' };
  const object = schema.anyOf?.find(({ properties }) => properties !== undefined);
  return object === undefined ? null : { schema: object, step: '.' };
}
