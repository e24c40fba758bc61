import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

const breaking = (text: string, most = 3) =>
  breakLines(text, { most, fits: (line) => [...line].length <= 10 });

describe('breakLines()', () => {
  it('fills each line', () => {
    expect(breaking('one two three four')).toEqual(['one two', 'three four']);
  });

  it('cuts what doesn’t fit in the last line', () => {
    expect(breaking('one two three four five six', 2)).toEqual(['one two', 'three fou…']);
  });

  it('cuts a word that is longer than a line, wherever it stands', () => {
    expect(breaking(`${'w'.repeat(100)} end`)).toEqual(['wwwwwwwww…', 'end']);
    expect(breaking(`end ${'w'.repeat(100)}`)).toEqual(['end', 'wwwwwwwww…']);
  });

  it('never cuts through a character', () => {
    expect(breaking('🚀'.repeat(20), 1)).toEqual([`${'🚀'.repeat(9)}…`]);
  });

  it('shows next to nothing where there is no room', () => {
    expect(breakLines('one', { most: 1, fits: () => false })).toEqual(['…']);
  });

  it('keeps a text without words', () => {
    expect(breaking('')).toEqual(['']);
  });
});
