import { cardKey } from '../card-key.ts';
import { digest } from '../digest.ts';
import { groupCards } from '../group-cards.ts';
import type { Card, Publisher } from '../page-data.ts';
import type { PlanContext } from '../plan-context.ts';
import { longestList } from './longest-list.ts';
import type { PlannedPage } from './planned-page.ts';

/** The page of whoever publishes something. */
export interface PublisherPage {
  publisher: Publisher;
  /** Extensions with something live. */
  count: number;
  /** By name; at most {@link longestList}. */
  cards: Card[];
}

/** A page for each account with something live. */
export function planPublishers({ cards }: PlanContext): PlannedPage<'publishers'>[] {
  const groups = groupCards(cards, (card) => card.publishers.map(({ login }) => login));
  return [...groups].flatMap(([login, group]) => {
    const publisher = group[0]?.publishers.find((one) => one.login === login);
    if (publisher === undefined) return [];
    const shown = group.slice(0, longestList);
    return {
      kind: 'publishers',
      id: login,
      key: digest([publisher, group.length, shown.map(cardKey)]),
      make: () => ({ publisher, count: group.length, cards: shown }),
    };
  });
}
