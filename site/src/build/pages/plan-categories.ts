import { digest } from '../digests/digest.ts';
import { groupCards } from '../cards/group-cards.ts';
import { listKey, listPageId } from '../lists/list-page.ts';
import { makeListPages } from '../lists/make-list-pages.ts';
import { bestFirst } from '../lists/sort-cards.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans the pages of each category, including empty ones, so that their addresses stay valid. */
export function planCategories({ source, cards }: SitePlanContext): PlannedPage<'categories'>[] {
  const groups = groupCards(cards, (card) => card.categories);
  return source.categories.flatMap((category) => {
    const { id } = category;
    const best = bestFirst(groups.get(id) ?? []);
    return makeListPages(best, { path: `/categories/${id}/` }).map((list) => ({
      kind: 'categories' as const,
      id: listPageId(id, list),
      key: digest([category, listKey(list)]),
      make: () => ({ category, list }),
    }));
  });
}
