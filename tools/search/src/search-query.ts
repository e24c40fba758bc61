import { type Category, categories, type Compat, compats, sorts } from '@orchestra/core';
import { type SearchSort } from './rank/order-items.ts';
import { type Without, withouts } from './withouts.ts';

/** A search query; the page's URL contains the same. */
export interface SearchQuery {
  q: string;
  category: Category | null;
  compat: Compat | null;
  /** What results must do without, in the order of {@link withouts}. */
  without: Without[];
  sort: SearchSort;
}

/** Parses a query from the part of a URL after `?`; invalid values are ignored. */
export function parseSearchQuery(search: string): SearchQuery {
  const params = new URLSearchParams(search);
  const one = <T extends string>(key: string, known: readonly T[]) =>
    known.find((value) => value === params.get(key)) ?? null;
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    category: one('category', categories),
    compat: one('compat', compats),
    without: withouts.filter((value) => params.getAll('without').includes(value)),
    sort: one('sort', sorts) ?? 'relevance',
  };
}

/** Writes a query as `?q=…&category=…` without default values; empty for the default query. */
export function formatSearchQuery(query: SearchQuery): string {
  const params = new URLSearchParams();
  if (query.q.trim() !== '') params.set('q', query.q.trim());
  if (query.category !== null) params.set('category', query.category);
  if (query.compat !== null) params.set('compat', query.compat);
  for (const value of query.without) params.append('without', value);
  if (query.sort !== 'relevance') params.set('sort', query.sort);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
