import { type CatalogQuery } from '@orchestra/core';
import { orderItems } from './rank/order-items.ts';
import { mayDo } from './may-do.ts';
import { type SearchItem } from './search-item.ts';
import { splitWords } from './words/split-words.ts';

/**
 * Filters and sorts items by a query. Each word of the query must be the beginning of a word of the
 * extension; matches in the name count most.
 */
export function matchItems(items: readonly SearchItem[], query: CatalogQuery): SearchItem[] {
  const { category, compat, tag, permission, without, publisher, sort } = query;
  const wanted = splitWords(query.q ?? '');
  const scored = items
    .filter(
      (item) =>
        (category === undefined || item.categories.includes(category)) &&
        (compat === undefined || item.compat === compat) &&
        (tag === undefined || item.tags.some((one) => same(one, tag))) &&
        (permission === undefined || item.permissions.includes(permission)) &&
        (without === undefined || !mayDo(item, without)) &&
        (publisher === undefined || item.publishers.some((one) => same(one, publisher))),
    )
    .map((item) => ({ item, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0);
  if (sort !== undefined && sort !== 'relevance') {
    return orderItems(
      scored.map(({ item }) => item),
      sort,
    );
  }
  const ordered = scored.toSorted(
    (left, right) =>
      right.score - left.score ||
      right.item.updatedAt - left.item.updatedAt ||
      (left.item.name < right.item.name ? -1 : 1),
  );
  return ordered.map(({ item }) => item);
}

/** The score of an item: 0 where a word is missing, otherwise higher the more words are in the name. */
function scoreOf(item: SearchItem, wanted: readonly string[]): number {
  const title = splitWords(`${item.name} ${item.displayName}`);
  const { description, tags, categories, publishers } = item;
  const text = splitWords([description, ...tags, ...categories, ...publishers].join(' '));
  let score = item.name === wanted.join('-') ? 100 : 1;
  for (const word of wanted) {
    const begins = (one: string) => one.startsWith(word);
    if (title.some(begins)) score += 10;
    else if (!text.some(begins)) return 0;
  }
  return score;
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
