import { describe, expect, it } from 'vitest';
import { markWords } from './mark-words.ts';

const marked = (text: string, ...wanted: string[]) =>
  markWords(text, wanted)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('markWords()', () => {
  it.each([
    ['a word', 'Git Lens', ['git'], '[Git] Lens'],
    ['the beginning of a word', 'Harbor Lights', ['harb', 'li'], '[Harb]or [Li]ghts'],
    ['the longest of several', 'Themes', ['the', 'theme'], '[Theme]s'],
    ['no middle of a word', 'Legit', ['git'], 'Legit'],
    ['a word with accents', 'Café Noir', ['cafe'], '[Café] Noir'],
    ['a word with letters that are two as a whole', 'My ﬁles', ['file'], 'My [ﬁles]'],
    ['words that were typed as one', 'The Git Lens.', ['gitlens'], 'The [Git Lens].'],
    ['nothing', 'Git', [], 'Git'],
    ['hostile text as text', '<b>git</b>', ['git'], '<b>[git]</b>'],
  ])('marks %s', (_, text, wanted, expected) => {
    expect(marked(text, ...wanted)).toBe(expected);
  });
});
