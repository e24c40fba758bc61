import type { sorts } from '@orchestra/core';
import { popularity } from './popularity.ts';
import type { SearchItem } from '../search-item.ts';

/** Sort orders of results. */
export type SearchSort = (typeof sorts)[number];

type Comparison = (left: SearchItem, right: SearchItem) => number;

/** Sorts items by anything but relevance. There may be very many. */
export function orderItems(items: readonly SearchItem[], sort: SearchSort): SearchItem[] {
  return items.toSorted(sort === 'rating' ? byRating(items) : comparisons[sort]);
}

const { compare } = new Intl.Collator('en');
const byName: Comparison = (left, right) =>
  compare(left.displayName, right.displayName) || (left.name < right.name ? -1 : 1);
const byTime: Comparison = (left, right) => right.updatedAt - left.updatedAt || byName(left, right);
const byPopularity: Comparison = (left, right) =>
  popularity(right) - popularity(left) || byTime(left, right);

/**
 * Comparisons by sort order. Relevance without words means: recommended by the registry first, then popular.
 */
const comparisons: Readonly<Record<Exclude<SearchSort, 'rating'>, Comparison>> = {
  relevance: (left, right) =>
    Number(right.featured) - Number(left.featured) || byPopularity(left, right),
  popular: byPopularity,
  recent: byTime,
  name: byName,
};

/**
 * Compares by rating. As in the API, few ratings count less: five average ones are added to those of each
 * item.
 */
function byRating(items: readonly SearchItem[]): Comparison {
  let sum = 0;
  let ratings = 0;
  for (const { rating } of items) {
    sum += (rating.average ?? 0) * rating.count;
    ratings += rating.count;
  }
  const average = ratings === 0 ? 0 : sum / ratings;
  const value = ({ rating }: SearchItem) =>
    (5 * average + (rating.average ?? 0) * rating.count) / (5 + rating.count);
  return (left, right) => value(right) - value(left) || byPopularity(left, right);
}
