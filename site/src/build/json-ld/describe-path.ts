import type { JsonLd } from './json-ld.ts';

/** A page in a breadcrumb trail. */
export interface Crumb {
  name: string;
  /** Absolute URL. */
  url: string;
}

/** Describes the breadcrumb trail to a page. */
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
