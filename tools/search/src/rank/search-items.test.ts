import { describe, expect, it } from 'vitest';
import { makeItem, sampleItems } from '../../test/make-item.ts';
import { searchItems } from './search-items.ts';
import { parseSearchQuery } from '../search-query.ts';
import { WordIndex } from '../words/word-index.ts';

const index = new WordIndex(sampleItems);
const answer = (query: string) => searchItems(index, parseSearchQuery(query), { limit: 10 });
const search = (query: string) => answer(query).items.map(({ name }) => name);

describe('searchItems()', () => {
  it.each([
    ['?category=git', ['git-graph', 'git-lens']],
    ['?category=git&compat=native', ['git-lens']],
    ['?q=theme&category=themes', ['harbor-lights']],
    ['?q=graph&compat=raycast', []],
    ['?compat=vscode&q=git', ['git-graph']],
    ['?q=git&without=network', ['git-graph', 'legit']],
    ['?q=git&without=network&without=files', ['legit']],
  ])('answers %s', (query, names) => {
    expect(search(query)).toEqual(names);
  });

  it.each([
    ['relevance', ['harbor-lights', 'legit', 'git-graph', 'git-lens', 'cafe']],
    ['popular', ['legit', 'git-graph', 'git-lens', 'cafe', 'harbor-lights']],
    ['recent', ['git-graph', 'legit', 'git-lens', 'cafe', 'harbor-lights']],
    ['rating', ['git-lens', 'legit', 'cafe', 'harbor-lights', 'git-graph']],
    ['name', ['cafe', 'git-graph', 'git-lens', 'harbor-lights', 'legit']],
  ] as const)('orders everything by %s where there are no words', (sort, expected) => {
    expect(search(`?sort=${sort}&q=%20%2B`)).toEqual(expected);
  });

  it('orders what it finds by time where that is asked for', () => {
    expect(search('?q=git&sort=recent')).toEqual(['git-graph', 'legit', 'git-lens']);
  });

  it('counts what each choice would leave, the others staying as they are', () => {
    const { facets, total } = answer('?q=git&compat=native&without=files');
    expect(total).toBe(1);
    expect(facets.compat).toEqual({ native: 1, raycast: 0, vscode: 0 });
    expect(facets.category).toMatchObject({ git: 0, visualization: 0 });
    expect(facets.without).toEqual({ network: 1, files: 1, danger: 1 });
    expect(answer('?q=git&compat=vscode').facets.compat).toEqual({
      native: 2,
      raycast: 0,
      vscode: 1,
    });
  });

  it('filters before it stops', () => {
    const many = Array.from({ length: 2000 }, (_, nth) => makeItem({ name: `theme-${nth}` }));
    const rare = makeItem({ name: 'theme-rare', compat: 'raycast' });
    const all = new WordIndex([...many, rare]);
    const query = parseSearchQuery('?q=theme&compat=raycast');
    expect(searchItems(all, query, { limit: 3 }).items).toEqual([rare]);
    const { items, total } = searchItems(all, parseSearchQuery('?q=theme'), { limit: 3 });
    expect([items.length, total]).toEqual([3, 2001]);
  });

  it('says which words it knows where it finds nothing', () => {
    expect(answer('?q=hystry').suggestion).toBe('history');
    expect(answer('?q=zzzzzz').suggestion).toBeNull();
    expect(answer('?q=git').suggestion).toBeNull();
  });
});
