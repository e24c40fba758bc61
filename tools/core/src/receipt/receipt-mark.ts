import * as Type from 'typebox';
import type { Static } from 'typebox';
import { parseJson } from '../parse/parse-json.ts';
import { StagesSchema } from '../schema/answers.ts';

/** The machine-readable part of the registry's comment on a pull request. */
export const ReceiptMarkSchema = Type.Object({
  /** The head commit that was validated and that the stages describe. */
  head: Type.String({ pattern: '^[0-9a-f]{40}$' }),
  stages: StagesSchema,
});
export type ReceiptMark = Static<typeof ReceiptMarkSchema>;

const begin = '<!-- orchestra-receipt ';
const end = ' -->';

/** Writes a mark as an HTML comment, which Markdown doesn't show. */
export function renderReceiptMark({ head, stages }: ReceiptMark): string {
  // dashes are escaped, so that none can end the HTML comment early
  return `${begin}${JSON.stringify({ head, stages }).replaceAll('-', '\\u002d')}${end}`;
}

/**
 * Reads the mark at the beginning of a comment. Anybody can write one, so check the comment's author first.
 *
 * @returns null where there is none
 */
export function readReceiptMark(body: string): ReceiptMark | null {
  const line = body.split('\n', 1)[0]?.trim() ?? '';
  if (!line.startsWith(begin) || !line.endsWith(end)) return null;
  const parsed = parseJson(ReceiptMarkSchema, line.slice(begin.length, -end.length));
  return parsed.ok ? parsed.value : null;
}
