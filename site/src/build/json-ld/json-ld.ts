/** What a page is about, in the words of schema.org. */
export type JsonLd = { readonly [key: string]: JsonLdValue | undefined };
type JsonLdValue = string | number | JsonLd | readonly JsonLd[];

/**
 * Writes structured data to stand within `<script type="application/ld+json">`: whatever a text holds, it
 * ends neither the element nor begins a comment in it.
 */
export function renderJsonLd(data: JsonLd): string {
  const whole = { '@context': 'https://schema.org', ...data };
  return JSON.stringify(whole).replaceAll('<', String.raw`\u003c`);
}
