import { expect, test } from 'vitest';
import { makeItem, sampleItems } from '../../test/make-item.ts';
import { WordIndex } from './word-index.ts';

const words = (index: WordIndex, beginning: string) =>
  index.starting(beginning).map(({ word }) => word);

test('WordIndex gives the words with one beginning, sorted', () => {
  expect(words(new WordIndex(sampleItems), 'g')).toEqual(['git', 'gitgraph', 'gitlens', 'graph']);
});

test('WordIndex takes more items, each once', () => {
  const index = new WordIndex(sampleItems);
  const late = makeItem({ name: 'gone-fishing' });
  index.add([late, late, ...sampleItems]);
  expect(index.items).toEqual([...sampleItems, late]);
  expect(words(index, 'go')).toEqual(['gone', 'gonefishing']);
  expect(index.starting('gone')[0]?.items).toEqual([sampleItems.length]);
});
