import { describe, expect, it } from 'vitest';
import { indexWords } from './index-words.ts';
import { sampleItems } from '../testing/make-item.ts';
import { narrowCandidates } from './narrow-candidates.ts';

const index = indexWords(sampleItems);

describe('narrowCandidates()', () => {
  it.each([
    ['a whole word', 'lens', ['git-lens']],
    ['the beginning of a word', 'harb', ['harbor-lights']],
    ['a word of several', 'git', ['git-graph', 'git-lens', 'legit']],
    ['all words of the query', 'git graph', ['git-graph']],
    ['words in any order and field', 'history GRAPH', ['git-graph']],
    ['a name without its hyphens', 'gitlens', ['git-lens']],
    ['a tag', 'blame', ['git-lens']],
    ['a publisher', 'orchestra-labs', ['harbor-lights']],
    ['a category', 'themes', ['harbor-lights']],
    ['letters without their accents', 'cafe', ['cafe']],
    ['letters with accents that the text has not', 'thème', ['cafe', 'harbor-lights']],
    ['a letter too few', 'harbr', ['harbor-lights']],
    ['a wrong letter', 'grapf', ['git-graph']],
    ['the middle of a word', 'arbor', ['harbor-lights']],
    ['nothing', 'zzzzz', []],
    ['no words', ' -- ', []],
  ])('finds by %s', (_, query, names) => {
    const found = narrowCandidates(index, query).map(({ name }) => name);
    expect(found.sort()).toEqual(names);
  });

  it('finds what has some of the words where nothing has them all', () => {
    const [first] = narrowCandidates(index, 'calm theme kubernetes');
    expect(first?.name).toBe('harbor-lights');
  });

  it('takes the words of a hostile query for words', () => {
    expect(narrowCandidates(index, '__proto__ constructor (.*)+$ \uffff')).toEqual([]);
  });
});
