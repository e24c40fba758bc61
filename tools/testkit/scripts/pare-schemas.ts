type Node = Record<string, unknown>;

/** What a schema says beside what makes a value valid, and what only OpenAPI knows. */
const dropped = new Set([
  'deprecated',
  'description',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'title',
]);

/**
 * Takes the schemas of some operations' answers and some events' payloads out of an OpenAPI 3.0
 * description, as JSON Schemas with definitions.
 *
 * @param wanted.operations such as `GET /repos/{owner}/{repo}`
 * @param wanted.events such as `pull_request.opened`
 * @throws Error where the description lacks one
 */
export function pareSchemas(
  description: unknown,
  wanted: { operations: readonly string[]; events: readonly string[] },
): {
  operations: Record<string, Record<string, unknown>>;
  events: Record<string, unknown>;
  definitions: Record<string, unknown>;
} {
  const find = (...path: string[]) => follow(description, path);
  const definitions: Record<string, unknown> = {};
  const waiting = new Set<string>();
  const convert = (schema: unknown) => toJsonSchema(schema, waiting);

  const operations: Record<string, Record<string, unknown>> = {};
  for (const operation of wanted.operations.toSorted()) {
    const [method = '', path = ''] = operation.split(' ');
    const answers = toNode(find('paths', path, method.toLowerCase(), 'responses'), operation);
    operations[operation] = Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        convert(jsonSchemaOf(resolve(find, answer))),
      ]),
    );
  }
  const events: Record<string, unknown> = {};
  for (const event of wanted.events.toSorted()) {
    const hook = find('x-webhooks', event.replaceAll(/[._]/g, '-'), 'post', 'requestBody');
    events[event] = convert(jsonSchemaOf(toNode(hook, event)));
  }
  for (const name of waiting) {
    // a Set hands out what is added while it is walked
    definitions[name] = convert(toNode(find('components', 'schemas', name), name));
  }
  return { operations, events, definitions: sortKeys(definitions) };
}

function follow(from: unknown, path: readonly string[]): unknown {
  let found = from;
  for (const key of path) found = isNode(found) ? found[key] : undefined;
  return found;
}

function resolve(find: (...path: string[]) => unknown, node: unknown): unknown {
  const reference = isNode(node) ? node['$ref'] : undefined;
  if (typeof reference !== 'string') return node;
  return find(...reference.replace(/^#\//, '').split('/'));
}

function jsonSchemaOf(answer: unknown): unknown {
  return follow(answer, ['content', 'application/json', 'schema']) ?? null;
}

function toJsonSchema(schema: unknown, references: Set<string>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => toJsonSchema(one, references));
  if (!isNode(schema)) return schema;
  const converted: Node = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref' && typeof value === 'string') {
      const name = value.split('/').at(-1) ?? '';
      references.add(name);
      converted['$ref'] = `github#/definitions/${name}`;
    } else if (key === 'properties' && isNode(value)) {
      converted[key] = Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, toJsonSchema(one, references)]),
      );
    } else if (key === 'enum' || key === 'default' || key === 'required') {
      converted[key] = value;
    } else if (!dropped.has(key) && !key.startsWith('x-') && key !== 'nullable') {
      converted[key] = toJsonSchema(value, references);
    }
  }
  delete converted['default'];
  return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}

function toNode(value: unknown, name: string): Node {
  if (!isNode(value)) throw new Error(`GitHub's description has no ${name}`);
  return value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
