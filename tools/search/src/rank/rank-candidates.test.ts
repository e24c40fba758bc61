import { describe, expect, it } from 'vitest';
import { makeItem, sampleItems } from '../../test/make-item.ts';
import { narrowCandidates } from './narrow-candidates.ts';
import { rankCandidates } from './rank-candidates.ts';
import { WordIndex } from '../words/word-index.ts';

function rank(items: Parameters<WordIndex['add']>[0], query: string): string[] {
  const index = new WordIndex(items);
  const ranked = rankCandidates(index, narrowCandidates(index, query));
  return ranked.flatMap((nth) => index.items[nth]?.name ?? []);
}

describe('rankCandidates()', () => {
  it('puts the extension of exactly that name first', () => {
    const items = [
      makeItem({ name: 'git-git', displayName: 'Git Git Git', tags: ['git'] }),
      makeItem({ name: 'git', displayName: 'Git' }),
    ];
    expect(rank(items, 'git')[0]).toBe('git');
  });

  it('puts a name before a description', () => {
    expect(rank(sampleItems, 'git').at(-1)).toBe('legit');
  });

  it('puts what people chose first where nothing else tells two apart', () => {
    const titled = (name: string, downloads: number) =>
      makeItem({ name, displayName: 'Tide Table', downloads });
    const items = [titled('tide-a', 0), titled('tide-b', 5000), titled('tide-c', 10)];
    expect(rank(items, 'tide')).toEqual(['tide-b', 'tide-c', 'tide-a']);
  });

  it('puts a name that is near before a popular one that is not', () => {
    const items = [
      makeItem({ name: 'git-lens', displayName: 'Git Lens' }),
      makeItem({ name: 'famous', description: 'Sees git through a lens', downloads: 1_000_000 }),
    ];
    expect(rank(items, 'git lens')).toEqual(['git-lens', 'famous']);
    expect(rank(items, 'git lnes')).toEqual(['git-lens', 'famous']);
  });

  it('ranks all, however many there are', () => {
    const many = Array.from({ length: 500 }, (_, nth) => makeItem({ name: `theme-${nth}` }));
    expect(new Set(rank(many, 'theme')).size).toBe(500);
  });
});
