import type { CatalogItem, CatalogPage } from '@orchestra/core';

/** What is known of an extension that was found: the site knows less than the API. */
export type FoundItem = Pick<
  CatalogItem,
  | 'name'
  | 'displayName'
  | 'description'
  | 'compat'
  | 'categories'
  | 'tags'
  | 'owners'
  | 'featured'
  | 'updatedAt'
> &
  Partial<CatalogItem>;

/** A page of what was found. */
export interface SearchPage {
  /** Who answered. */
  from: 'api' | 'site';
  data: FoundItem[];
  meta: CatalogPage['meta'];
}
