import type { CatalogItem, CatalogPage } from '@orchestra/core';

/** An extension found by a search: the site provides fewer fields than the API. */
export type FoundItem = Omit<CatalogItem, Unknown> & Partial<Pick<CatalogItem, Unknown>>;
type Unknown = 'license' | 'icon' | 'createdAt';

/** One page of search results. */
export interface FoundPage {
  /** The source of the results. */
  from: 'api' | 'site';
  data: FoundItem[];
  meta: CatalogPage['meta'];
}
