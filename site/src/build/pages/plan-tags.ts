import { cardKey } from '../card-key.ts';
import { digest } from '../digest.ts';
import { groupCards } from '../group-cards.ts';
import type { Card } from '../page-data.ts';
import type { PlanContext } from '../plan-context.ts';
import { hasTagPage } from '../../has-tag-page.ts';
import { longestList } from './longest-list.ts';
import type { PlannedPage } from './planned-page.ts';

/** The page of a tag. */
export interface TagPage {
  tag: string;
  /** Extensions with something live. */
  count: number;
  /** By name; at most {@link longestList}. */
  cards: Card[];
}

/** A page for each tag of something live. */
export function planTags({ cards }: PlanContext): PlannedPage<'tags'>[] {
  const groups = groupCards(cards, (card) => card.tags.filter(hasTagPage));
  return [...groups].map(([tag, group]) => {
    const shown = group.slice(0, longestList);
    return {
      kind: 'tags',
      id: tag,
      key: digest([group.length, shown.map(cardKey)]),
      make: () => ({ tag, count: group.length, cards: shown }),
    };
  });
}
