import type { Card } from '../page-data/card.ts';
import { cutPages } from './cut-pages.ts';
import type { ListPage } from '../page-data/list-pages.ts';
import { byTitle } from './sort-cards.ts';

/** Up to here a list needs no order to be looked through. */
const shortList = 12;
/** How many stand above a list that isn't short. */
const mostBest = 6;

/**
 * Makes the pages of a list; there is always a first one, at `path`.
 *
 * @param cards those first that people should see first
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
