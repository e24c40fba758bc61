import { isRecord } from './read-json.ts';

/** How the lines of a JSON text are written. */
export interface JsonLayout {
  /** Of one level. */
  indent: string;
  eol: string;
}

/** The layout of a text; null where all of it stands in one line. */
export function layoutOf(text: string): JsonLayout | null {
  if (!/\n[ \t]*"/.test(text)) return null;
  return {
    indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '  ',
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A value over several lines, of which all but the first have the indentation `before`. */
export function writeLines(value: unknown, layout: JsonLayout & { before: string }): string {
  const { indent, eol, before } = layout;
  return JSON.stringify(value, null, indent).replaceAll('\n', `${eol}${before}`);
}

/** A value in one line, as people write one: `["a", "b"]`. */
export function writeLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeLine).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${writeLine(one)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
