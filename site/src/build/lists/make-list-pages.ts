import type { Card } from '../page-data/card.ts';
import { cutPages } from './cut-pages.ts';
import type { ListPage } from '../page-data/list-pages.ts';
import { byTitle } from './sort-cards.ts';

/** Most extensions of a list that is shown on cards only, without an alphabetical part. */
const shortList = 12;
/** Number of cards at the top of a longer list. */
const mostBest = 6;

/**
 * Makes the pages of a list; there is at least one, at `path`.
 *
 * @param cards sorted with the best ones first
 */
export function makeListPages(cards: readonly Card[], { path }: { path: string }): ListPage[] {
  const whole = { number: 1, total: cards.length, previous: null, next: null };
  if (cards.length <= shortList) return [{ ...whole, best: [...cards], rows: [] }];
  return cutPages(byTitle(cards)).map((rows, nth, { length }) => ({
    number: nth + 1,
    total: nth === 0 ? cards.length : null,
    best: nth === 0 ? cards.slice(0, mostBest) : [],
    rows: rows.map(({ name, displayName, description }) => ({ name, displayName, description })),
    previous: nth === 0 ? null : nth === 1 ? path : `${path}${nth}/`,
    next: nth + 1 === length ? null : `${path}${nth + 2}/`,
  }));
}
