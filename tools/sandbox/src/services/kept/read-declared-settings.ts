import { type TSchema, Type } from 'typebox';

/** A setting as a manifest declares it. */
export interface DeclaredSetting {
  key: string;
  /** Undefined where it has none. */
  default: unknown;
  /** What a value must be: of a schema only what is quick to check, since an extension wrote it. */
  schema: TSchema;
}

/**
 * Reads the settings that `contributes.configuration` of a manifest declares: an object, or a list of objects,
 * with `properties`. What can't be read declares nothing.
 *
 * @param contributes of the manifest, as it was written
 */
export function readDeclaredSettings(contributes: unknown): DeclaredSetting[] {
  const configuration = partOf(contributes, 'configuration');
  const sections = Array.isArray(configuration) ? configuration : [configuration];
  return sections.flatMap((section) => {
    const properties = partOf(section, 'properties');
    if (typeof properties !== 'object' || properties === null) return [];
    return Object.entries(properties).map(([key, declared]) => ({
      key,
      default: partOf(declared, 'default'),
      schema: Type.Unsafe(toSchema(declared)),
    }));
  });
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

const typeNames = new Set<unknown>([
  'string',
  'number',
  'integer',
  'boolean',
  'array',
  'object',
  'null',
]);
const bounds: Readonly<Record<string, string>> = {
  minimum: 'number integer',
  maximum: 'number integer',
  minLength: 'string',
  maxLength: 'string',
  minItems: 'array',
  maxItems: 'array',
};

function isBound(name: string, bound: unknown): boolean {
  if (typeof bound !== 'number' || !Number.isFinite(bound)) return false;
  return name.endsWith('imum') || (Number.isInteger(bound) && bound >= 0);
}

/** No `pattern`: an expression of a stranger may take for ever. */
function toSchema(declared: unknown, depth = 0): Record<string, unknown> {
  const found = partOf(declared, 'type');
  const types = (Array.isArray(found) ? found : [found]).filter((name) => typeNames.has(name));
  const schema: Record<string, unknown> = {};
  if (types.length > 0) schema['type'] = types.length === 1 ? types[0] : [...new Set(types)];
  const values = partOf(declared, 'enum');
  if (Array.isArray(values) && values.length > 0) schema['enum'] = values;
  for (const [name, of] of Object.entries(bounds)) {
    const bound = partOf(declared, name);
    const isSure = types.length > 0 && types.every((type) => of.split(' ').includes(type));
    if (isSure && isBound(name, bound)) schema[name] = bound;
  }
  if (depth < 5 && types.length === 1 && types[0] === 'array') {
    const items = partOf(declared, 'items');
    if (typeof items === 'object' && items !== null && !Array.isArray(items))
      schema['items'] = toSchema(items, depth + 1);
  }
  return schema;
}
