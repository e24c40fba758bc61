import { describe, expect, it } from 'vitest';
import { hasTagPage } from './has-tag-page.ts';

describe('hasTagPage()', () => {
  it.each(['git', 'c++', 'c#', 'node.js', '3d', 'two words', 'größe', '日本語', 'हिन्दी', 'a'])(
    'is true for %j',
    (tag) => expect(hasTagPage(tag)).toBe(true),
  );

  it.each([
    '',
    '..',
    '.git',
    'a..b',
    'a.',
    'a ',
    ' a',
    'a/b',
    '100%',
    'a?b',
    '<b>',
    'Git',
    'x'.repeat(51),
  ])('is false for %j', (tag) => expect(hasTagPage(tag)).toBe(false));
});
