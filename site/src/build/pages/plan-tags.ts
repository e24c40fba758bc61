import { hasTagPage } from '../../addresses/has-tag-page.ts';
import { digest } from '../digests/digest.ts';
import { groupCards } from '../cards/group-cards.ts';
import { listKey, listPageId } from '../lists/list-page.ts';
import { makeListPages } from '../lists/make-list-pages.ts';
import { updatedFirst } from '../lists/sort-cards.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans the pages of each tag of a live extension. */
export function planTags({ cards }: SitePlanContext): PlannedPage<'tags'>[] {
  const groups = groupCards(cards, (card) => card.tags.filter(hasTagPage));
  return [...groups].flatMap(([tag, group]) => {
    const path = `/tags/${encodeURIComponent(tag)}/`;
    return makeListPages(updatedFirst(group), { path }).map((list) => ({
      kind: 'tags' as const,
      id: listPageId(tag, list),
      key: digest([tag, listKey(list)]),
      make: () => ({ tag, list }),
    }));
  });
}
