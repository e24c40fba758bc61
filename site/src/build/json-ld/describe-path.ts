import type { JsonLd } from './json-ld.ts';

/** A page above another one, or that one itself. */
export interface Crumb {
  name: string;
  /** Absolute address. */
  url: string;
}

/** The way from the start to a page. */
export function describePath(crumbs: readonly Crumb[]): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, nth) => ({
      '@type': 'ListItem',
      position: nth + 1,
      name,
      item: url,
    })),
  };
}
