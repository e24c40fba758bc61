import { escapeText } from '../escape-text.ts';
import type { Field } from './list-fields.ts';

/** Fields as a list in Markdown, which reads on a phone as well, where a table of three columns does not. */
export function renderFields(fields: readonly Field[]): string {
  return fields
    .map(({ path, type, required, description, limits }) => {
      const facts = [type, ...(required ? ['required'] : []), ...limits].join(', ');
      const text = description === '' ? '' : `\\\n  ${escapeText(description)}`;
      return `- \`${path}\` *${escapeText(facts)}*${text}`;
    })
    .join('\n');
}
