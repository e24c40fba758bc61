import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import type { ListPage } from '../page-data/list-pages.ts';

/** A digest of what such a page shows, but for figures. */
export function listKey({ best, ...list }: ListPage): string {
  return digest([list, best.map(cardKey)]);
}

/** The id of a page of a list, by that of the list: `git`, then `git/2`. */
export function listPageId(id: string, { number }: ListPage): string {
  return number === 1 ? id : `${id}/${number}`;
}
