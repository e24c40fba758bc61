import { cardKey } from '../cards/card-key.ts';
import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/page-data.ts';

/** A page of a list of extensions: of a category, a publisher or a tag. */
export interface ListPage {
  /** From 1, which says what there is to say of the list as a whole. */
  number: number;
  /** How many extensions the list has; on the first page only: the others need not change with it. */
  total: number | null;
  /** On the first page: all of a short list, else what to look at first. */
  best: Card[];
  /** By title, this page's part of a list that isn't short. */
  rows: ListRow[];
  /** Paths of the pages beside this one; null at an end. */
  previous: string | null;
  next: string | null;
}

/** What a long list shows of an extension: nothing that a new version usually changes. */
export type ListRow = Pick<Card, 'name' | 'displayName' | 'description'>;

/** A digest of what such a page shows, but for figures. */
export function listKey({ best, ...list }: ListPage): string {
  return digest([list, best.map(cardKey)]);
}

/** The id of a page of a list, by that of the list: `git`, then `git/2`. */
export function listPageId(id: string, { number }: ListPage): string {
  return number === 1 ? id : `${id}/${number}`;
}
