import { ManifestEditorSchema } from '@orchestra/core';
import { escapeText } from './escape-text.ts';
import type { Guide } from './guide.ts';
import { readGuide, readPart } from './read-guide.ts';
import { describeType } from './schema/describe-type.ts';
import { type JsonSchema, toJsonSchema } from './schema/json-schema.ts';

/** The reference of the manifest: an introduction, then every field of its schema. */
export function manifestGuide(): Guide {
  const guide = readGuide('manifest');
  const { properties = {}, required = [] } = toJsonSchema(ManifestEditorSchema);
  const fields = Object.entries(properties).map(([name, schema]) =>
    renderField(name, { schema, required: required.includes(name) }),
  );
  const text = [guide.text, '## Fields', ...fields, readPart('manifest-kinds')].join('\n\n');
  return { ...guide, text };
}

function renderField(name: string, field: { schema: JsonSchema; required: boolean }): string {
  const { schema, required } = field;
  const [example] = schema.examples ?? [];
  return [
    `### ${name}`,
    `*${describeType(schema)}${required ? ', required' : ''}*`,
    escapeText(schema.description ?? ''),
    example === undefined
      ? ''
      : `\`\`\`json\n${JSON.stringify(name)}: ${JSON.stringify(example, null, 2)}\n\`\`\``,
  ].join('\n\n');
}
