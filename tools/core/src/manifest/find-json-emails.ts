import { visit } from 'jsonc-parser';
import { eachEmail } from './find-emails.ts';

/** Where a key or value of a JSON text holds an email address; line and column from 1. */
export interface JsonEmail {
  line: number;
  column: number;
}

/**
 * Finds email addresses in the text of a JSON file rather than in its parsed value. `JSON.parse` keeps only
 * the last value of a duplicate key, so that an email in an earlier one would be published unnoticed.
 *
 * @param text nested no deeper than the manifest's limit
 */
export function findJsonEmails(text: string): JsonEmail[] {
  const found: JsonEmail[] = [];
  const look = (value: unknown, at: JsonEmail) => {
    const has = typeof value === 'string' && eachEmail(value).next().done !== true;
    if (has) found.push({ line: at.line + 1, column: at.column + 1 });
  };
  visit(text, {
    onObjectProperty: (key, _offset, _length, line, column) => look(key, { line, column }),
    onLiteralValue: (value, _offset, _length, line, column) => look(value, { line, column }),
  });
  return found;
}
