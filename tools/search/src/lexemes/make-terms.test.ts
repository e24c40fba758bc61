import { expect, test } from 'vitest';
import { guessableLexemes, guessTerms, makeTerms, soughtLexemes } from './make-terms.ts';
import { splitLexemes } from './split-lexemes.ts';

test('makeTerms() looks for each word, its stem, and all of them as one', () => {
  const stems = new Map([
    ['the', null],
    ['themes', 'theme'],
  ]);
  expect(makeTerms(['the', 'themes'], stems)).toEqual({
    name: 'the-themes',
    spelling: 'thethemes',
    whole: "('themes' | 'theme')",
    typed: "('themes':* | 'themes' | 'theme') | 'thethemes':*",
    meant: "('themes':* | 'themes' | 'theme') | 'thethemes':*",
  });
});

test('makeTerms() looks for words that say nothing where there are no others', () => {
  expect(makeTerms(['the'], new Map([['the', null]])).whole).toBe("('the')");
});

test('guessTerms() adds the nearest of similar words, two letters that changed places being one typo', () => {
  const words = ['tehme', 'dark'];
  const terms = makeTerms(words, new Map());
  const similar = new Map([
    ['tehme', ['theme', 'themes', 'tempo']],
    ['dark', ['bark', 'dart', 'darker']],
  ]);
  const { meant } = guessTerms({ terms, words }, similar);
  expect(meant).toBe(`${terms.typed} | ('tehme':* | 'theme') & ('dark':* | 'bark' | 'dart')`);
});

test('guessableLexemes() asks for nothing of very short and very long words', () => {
  expect(guessableLexemes(['c', 'tide', 'x'.repeat(43)])).toEqual(['tide']);
});

test('soughtLexemes() looks for ten words at most, one by one', () => {
  expect(soughtLexemes(Array.from({ length: 99 }, (_, nth) => `w${nth}`))).toHaveLength(10);
});

test.each([
  ["Robert'); drop table--", ['robert', 'drop', 'table']],
  ['a & b | !c:* <-> (d)', ['a', 'b', 'c', 'd']],
  ['Café ÉTÉ', ['café', 'été']],
  ['\\\'\u0000"', []],
])('splitLexemes() of %j leaves nothing that is syntax', (query, words) => {
  expect(splitLexemes(query)).toEqual(words);
});
