import { escapeText } from '../escape-text.ts';
import type { Field } from './list-fields.ts';

/** Renders fields as a Markdown list, which unlike a table of three columns is readable on a phone. */
export function renderFields(fields: readonly Field[]): string {
  return fields
    .map(({ path, type, required, description, limits }) => {
      const facts = [type, ...(required ? ['required'] : []), ...limits].join(', ');
      const text = description === '' ? '' : `\\\n  ${escapeText(description)}`;
      return `- \`${path}\` *${escapeText(facts)}*${text}`;
    })
    .join('\n');
}
