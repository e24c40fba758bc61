import { describe, expect, it } from 'vitest';
import { indexWords } from './index-words.ts';
import { makeItem, sampleItems } from '../testing/make-item.ts';
import { searchItems } from './search-items.ts';
import { parseSearchQuery } from './search-query.ts';

const index = indexWords(sampleItems);
const search = (query: string) =>
  searchItems(index, parseSearchQuery(query)).map(({ name }) => name);

describe('searchItems()', () => {
  it.each([
    ['?category=git', ['git-graph', 'git-lens']],
    ['?category=git&compat=native', ['git-lens']],
    ['?q=theme&category=themes', ['harbor-lights']],
    ['?q=graph&compat=raycast', []],
    ['?compat=vscode&q=git', ['git-graph']],
  ])('answers %s', (query, names) => {
    expect(search(query)).toEqual(names);
  });

  it('lists everything where nothing is asked', () => {
    expect(search('')).toHaveLength(sampleItems.length);
    expect(search('?q=%20%2B')).toHaveLength(sampleItems.length);
  });

  it('filters before it stops looking', () => {
    const many = Array.from({ length: 2000 }, (_, nth) => makeItem({ name: `theme-${nth}` }));
    const rare = makeItem({ name: 'theme-rare', compat: 'raycast' });
    const all = indexWords([...many, rare]);
    const query = parseSearchQuery('?q=theme&compat=raycast');
    expect(searchItems(all, query)).toEqual([rare]);
  });
});
