import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import type { ListPage } from '../page-data/list-pages.ts';

/** A digest of what a list's page shows, without figures. */
export function listKey({ best, ...list }: ListPage): string {
  return digest([list, best.map(cardKey)]);
}

/** The id of a page of a list, made from the list's id: `git`, then `git/2`. */
export function listPageId(id: string, { number }: ListPage): string {
  return number === 1 ? id : `${id}/${number}`;
}
