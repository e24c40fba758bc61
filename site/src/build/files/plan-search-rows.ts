import { toSearchRow } from '@orchestra/core';
import { cardKey } from '../card-key.ts';
import { digest } from '../digest.ts';
import type { PlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/** What the search page searches: a row for each live extension. */
export function planSearchRows({ cards }: PlanContext): PlannedFile[] {
  const make = () =>
    JSON.stringify(
      cards.map((card) =>
        toSearchRow({
          ...card,
          publishers: card.publishers.map(({ login }) => login),
          updatedAt: Date.parse(card.updatedAt),
        }),
      ),
    );
  return [{ path: 'search.json', key: digest(cards.map(cardKey)), make }];
}
