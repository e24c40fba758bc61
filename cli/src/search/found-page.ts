import type { CatalogItem, CatalogPage } from '@orchestra/core';

/** What is known of an extension that was found: the site knows less than the API. */
export type FoundItem = Omit<CatalogItem, Unknown> & Partial<Pick<CatalogItem, Unknown>>;
type Unknown = 'license' | 'icon' | 'createdAt';

/** A page of what was found. */
export interface FoundPage {
  /** Who answered. */
  from: 'api' | 'site';
  data: FoundItem[];
  meta: CatalogPage['meta'];
}
