import { digest } from '../digests/digest.ts';
import { groupCards } from '../cards/group-cards.ts';
import { listKey, listPageId } from '../lists/list-page.ts';
import { makeListPages } from '../lists/make-list-pages.ts';
import { updatedFirst } from '../lists/sort-cards.ts';
import type { Card } from '../page-data/card.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans the pages of each account with a live extension. */
export function planPublishers({ cards }: SitePlanContext): PlannedPage<'publishers'>[] {
  const groups = groupCards(cards, (card) => card.publishers.map(({ login }) => login));
  return [...groups].flatMap(([login, group]) => {
    const publisher = group[0]?.publishers.find((one) => one.login === login);
    if (publisher === undefined) return [];
    const installs = sumInstalls(group);
    return makeListPages(updatedFirst(group), { path: `/publishers/${login}/` }).map((list) => ({
      kind: 'publishers' as const,
      id: listPageId(login, list),
      key: digest([publisher, listKey(list)]),
      make: () => ({ publisher, installs, list }),
    }));
  });
}

function sumInstalls(cards: readonly Card[]): number | null {
  const known = cards.flatMap(({ installs }) => installs ?? []);
  return known.length === 0 ? null : known.reduce((sum, installs) => sum + installs, 0);
}
