import type { JsonLd } from './json-ld.ts';

/** Describes the site, and the URL of its search. */
export function describeSite({ name, site }: { name: string; site: string }): JsonLd {
  return {
    '@type': 'WebSite',
    name,
    url: `${site}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site}/search/?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}
