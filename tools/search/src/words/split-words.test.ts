import { expect, test } from 'vitest';
import { splitWords } from './split-words.ts';

test.each([
  ['Café au lait, ÉTÉ 2026', ['cafe', 'au', 'lait', 'ete', '2026']],
  ['日本語のノート', ['日本語のノート']],
  ['C++ and C#, not vitamin-C', ['cpp', 'and', 'csharp', 'not', 'vitamin', 'c']],
  ['F#/Objective-C++17', ['fsharp', 'objective', 'cpp17']],
  ['music#tag pic++', ['music', 'tag', 'pic']],
  [' -- ', []],
])('splitWords() of %j gives %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});
