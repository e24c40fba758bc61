import { describe, expect, it } from 'vitest';
import { typingDistance } from './typing-distance.ts';

describe('typingDistance()', () => {
  it.each([
    ['theme', 'theme', 0],
    ['tehme', 'theme', 1],
    ['thme', 'theme', 1],
    ['theeme', 'theme', 1],
    ['thene', 'theme', 1],
    ['exclaidrwa', 'excalidraw', 2],
    ['theme', 'git', 3],
  ])('from %s to %s is %d', (typed, word, expected) => {
    expect(typingDistance(typed, word, 2).whole).toBe(expected);
  });

  it('compares with a beginning of the word as well', () => {
    expect(typingDistance('perod', 'periodic', 2)).toEqual({ whole: 3, beginning: 1 });
    expect(typingDistance('synchtin', 'syncthing', 2).beginning).toBe(1);
  });

  it('takes words of any length', () => {
    const long = 'a'.repeat(5000);
    expect(typingDistance(long, long, 2).whole).toBe(3);
    expect(typingDistance('aaaa', long, 2)).toEqual({ whole: 3, beginning: 0 });
  });
});
