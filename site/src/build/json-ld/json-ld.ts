/** Structured data about a page, in the vocabulary of schema.org. */
export type JsonLd = { readonly [key: string]: JsonLdValue | undefined };
type JsonLdValue = string | number | JsonLd | readonly JsonLd[];

/**
 * Renders structured data for `<script type="application/ld+json">`. It is escaped so that no text ends the
 * element or begins a comment in it.
 */
export function renderJsonLd(data: JsonLd): string {
  const whole = { '@context': 'https://schema.org', ...data };
  return JSON.stringify(whole).replaceAll('<', String.raw`\u003c`);
}
