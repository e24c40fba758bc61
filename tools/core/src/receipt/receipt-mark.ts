import * as Type from 'typebox';
import type { Static } from 'typebox';
import { parseJson } from '../parse/parse-json.ts';
import { StagesSchema } from '../schema/answers.ts';

/** What the registry's comment on a pull request says to programs. */
export const ReceiptMarkSchema = Type.Object({
  /** The head that was validated; the stages are about it. */
  head: Type.String({ pattern: '^[0-9a-f]{40}$' }),
  stages: StagesSchema,
});
export type ReceiptMark = Static<typeof ReceiptMarkSchema>;

const begin = '<!-- orchestra-receipt ';
const end = ' -->';

/** Writes a mark as a line of Markdown that people don't see. */
export function renderReceiptMark({ head, stages }: ReceiptMark): string {
  // no dash can end the comment early
  return `${begin}${JSON.stringify({ head, stages }).replaceAll('-', '\\u002d')}${end}`;
}

/**
 * Reads the mark at the beginning of a comment. Anybody can write one: ask who wrote the comment first.
 *
 * @returns null where there is none
 */
export function readReceiptMark(body: string): ReceiptMark | null {
  const line = body.split('\n', 1)[0]?.trim() ?? '';
  if (!line.startsWith(begin) || !line.endsWith(end)) return null;
  const parsed = parseJson(ReceiptMarkSchema, line.slice(begin.length, -end.length));
  return parsed.ok ? parsed.value : null;
}
