import type { CatalogQuery } from '@orchestra/core';
import type { FoundItem } from './search-page.ts';

/** Says whether a query asks for nothing but what the site knows of extensions. */
export function isAnsweredBySite({ permission, sort }: CatalogQuery): boolean {
  return permission === undefined && sort !== 'popular' && sort !== 'rating';
}

/**
 * Those of the items that a query asks for, in order: of the words, each one must be the beginning of a
 * word of the extension, and its name weighs most.
 */
export function matchItems(items: readonly FoundItem[], query: CatalogQuery): FoundItem[] {
  const { category, compat, tag, publisher, sort } = query;
  const wanted = splitWords(query.q ?? '');
  const scored = items
    .filter(
      (item) =>
        (category === undefined || item.categories.includes(category)) &&
        (compat === undefined || item.compat === compat) &&
        (tag === undefined || item.tags.some((one) => same(one, tag))) &&
        (publisher === undefined || item.owners.some((one) => same(one, publisher))),
    )
    .map((item) => ({ item, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0);
  const ordered = scored.toSorted(
    (left, right) =>
      (sort === 'name' ? compare(left.item.name, right.item.name) : 0) ||
      (sort === 'recent' ? 0 : right.score - left.score) ||
      compare(right.item.updatedAt, left.item.updatedAt) ||
      compare(left.item.name, right.item.name),
  );
  return ordered.map(({ item }) => item);
}

/** 0 where a word is missing; else more the more of them are in the name. */
function scoreOf(item: FoundItem, wanted: readonly string[]): number {
  const title = splitWords(`${item.name} ${item.displayName}`);
  const { description, tags, categories, owners } = item;
  const text = splitWords([description, ...tags, ...categories, ...owners].join(' '));
  let score = item.name === wanted.join('-') ? 100 : 1;
  for (const word of wanted) {
    const begins = (one: string) => one.startsWith(word);
    if (title.some(begins)) score += 10;
    else if (!text.some(begins)) return 0;
  }
  return score;
}

/** In lower case without accents: letters and digits of any script. */
function splitWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
