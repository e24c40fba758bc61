import { isRecord } from './read-json.ts';

/** Indentation and line breaks of a JSON text. */
export interface JsonLayout {
  /** Indentation of one level. */
  indent: string;
  eol: string;
}

/** Detects the layout of a JSON text; null where all of it is on one line. */
export function layoutOf(text: string): JsonLayout | null {
  if (!/\n[ \t]*"/.test(text)) return null;
  return {
    indent: /\n([ \t]+)"/.exec(text)?.[1] ?? '  ',
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Writes a value over several lines; all but the first are indented by `before`. */
export function writeLines(value: unknown, layout: JsonLayout & { before: string }): string {
  const { indent, eol, before } = layout;
  return JSON.stringify(value, null, indent).replaceAll('\n', `${eol}${before}`);
}

/** Writes a value on one line, with spaces as people write it: `["a", "b"]`. */
export function writeLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeLine).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${writeLine(one)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
