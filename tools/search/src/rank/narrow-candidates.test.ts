import { describe, expect, it } from 'vitest';
import { makeItem, sampleItems } from '../../test/make-item.ts';
import { narrowCandidates } from './narrow-candidates.ts';
import { WordIndex } from '../words/word-index.ts';

const index = new WordIndex(sampleItems);

function namesFor(query: string, from = index): string[] {
  const { candidates } = narrowCandidates(from, query);
  return candidates.flatMap(({ nth }) => from.items[nth]?.name ?? []).sort();
}

describe('narrowCandidates()', () => {
  it.each([
    ['a whole word', 'lens', ['git-lens']],
    ['the beginning of a word', 'harb', ['harbor-lights']],
    ['a word of several', 'git', ['git-graph', 'git-lens', 'legit']],
    ['all words of the query', 'git graph', ['git-graph']],
    ['words in any order and field', 'history GRAPH', ['git-graph']],
    ['a title without its gaps', 'gitlens', ['git-lens']],
    ['a title with one gap too many', 'har bor', ['harbor-lights']],
    ['a plural', 'graphs', ['git-graph']],
    ['a tag', 'blame', ['git-lens']],
    ['a publisher', 'orchestra-labs', ['harbor-lights']],
    ['a category', 'themes', ['cafe', 'harbor-lights']],
    ['letters without their accents', 'cafe', ['cafe']],
    ['letters with accents that the text has not', 'thème', ['cafe', 'harbor-lights']],
    ['a letter too few', 'harbr', ['harbor-lights']],
    ['a wrong letter', 'grapf', ['git-graph']],
    ['letters that changed places in a short word', 'tehme', ['cafe', 'harbor-lights']],
    ['letters that changed places in a very short word', 'gti', ['git-graph', 'git-lens', 'legit']],
    ['two typos in a long word', 'visaulizaton', ['git-graph']],
    ['a beginning with a typo', 'visaul', ['git-graph']],
    ['the middle of a word', 'arbor', ['harbor-lights']],
    ['nothing', 'zzzzz', []],
    ['no words', ' -- ', []],
  ])('finds by %s', (_, query, names) => {
    expect(namesFor(query)).toEqual(names);
  });

  it('finds what has most of the words where nothing has them all', () => {
    expect(namesFor('calm theme kubernetes')).toEqual(['harbor-lights']);
  });

  it('takes a word for a typo, though others begin with it, where only that is about all of the query', () => {
    const borders = Array.from({ length: 5 }, (_, nth) => makeItem({ name: `border-${nth}` }));
    const kanban = makeItem({ name: 'kanban', description: 'Boards of cards.' });
    const items = new WordIndex([...borders, kanban, ...sampleItems]);
    expect(namesFor('kanban bord', items)).toEqual(['kanban']);
    expect(namesFor('bord', items)).toHaveLength(5);
  });

  it('needs no word that says next to nothing', () => {
    const plugins = Array.from({ length: 9 }, (_, nth) => makeItem({ name: `plugin-${nth}` }));
    const items = new WordIndex([...plugins, makeItem({ name: 'outliner' })]);
    expect(namesFor('outliner plugin', items)).toEqual(['outliner']);
  });

  it('tells what it took a word for', () => {
    const { words } = narrowCandidates(index, 'tehme graphs');
    expect(words.map(({ meant }) => meant[0])).toEqual(['theme', 'graph']);
  });

  it('takes the words of a hostile query for words', () => {
    expect(namesFor('__proto__ constructor (.*)+$ \uffff')).toEqual([]);
    expect(namesFor('a '.repeat(100) + 'é'.repeat(100))).toEqual([]);
  });
});
