import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A README or changelog as HTML that is safe in a page. */
export const RenderedDocSchema = Type.Object({
  html: Type.String(),
  /** Reason why it is plain text; null where it is rendered. */
  plain: Type.Union([Type.Enum(['too-long', 'not-rendered']), Type.Null()]),
});
export type RenderedDoc = Static<typeof RenderedDocSchema>;

/** Longest text that is rendered, in characters. */
export const longestRendered = 512 * 1024;

/** Makes HTML of a text as it is, which works for every text. */
export function renderPlain(text: string, plain: Exclude<RenderedDoc['plain'], null>): RenderedDoc {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { html: `<pre class="plain-text">${escaped}</pre>`, plain };
}
