import { describe, expect, it } from 'vitest';
import { makeItem, sampleItems } from '../testing/make-item.ts';
import { rankItems } from './rank-items.ts';

const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

describe('rankItems()', () => {
  it('puts the extension of exactly that name first', () => {
    const items = [
      makeItem({ name: 'git-git', displayName: 'Git Git Git', tags: ['git'] }),
      makeItem({ name: 'git', displayName: 'The plain one' }),
    ];
    expect(names(rankItems(items, { q: 'git', sort: 'relevance' }))[0]).toBe('git');
  });

  it('puts a name before a description', () => {
    const found = rankItems(sampleItems, { q: 'git', sort: 'relevance' });
    expect(names(found).indexOf('legit')).toBe(found.length - 1);
  });

  it('forgives a typo', () => {
    expect(names(rankItems(sampleItems, { q: 'harbr lights', sort: 'relevance' }))).toContain(
      'harbor-lights',
    );
  });

  it('leaves out what is unlike the query', () => {
    expect(rankItems(sampleItems, { q: 'kubernetes', sort: 'relevance' })).toEqual([]);
  });

  it.each([
    ['relevance', ['harbor-lights', 'git-graph', 'legit', 'git-lens', 'cafe']],
    ['recent', ['git-graph', 'legit', 'git-lens', 'cafe', 'harbor-lights']],
    ['name', ['cafe', 'git-graph', 'git-lens', 'harbor-lights', 'legit']],
  ] as const)('orders everything by %s where there are no words', (sort, expected) => {
    expect(names(rankItems(sampleItems, { q: '', sort }))).toEqual(expected);
  });

  it('orders what it finds by time where that is asked for', () => {
    expect(names(rankItems(sampleItems, { q: 'git', sort: 'recent' }))).toEqual([
      'git-graph',
      'legit',
      'git-lens',
    ]);
  });

  it('leaves the candidates as they are', () => {
    const before = names(sampleItems);
    rankItems(sampleItems, { q: '', sort: 'name' });
    expect(names(sampleItems)).toEqual(before);
  });
});
