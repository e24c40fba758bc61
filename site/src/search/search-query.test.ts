import { describe, expect, it } from 'vitest';
import { formatSearchQuery, parseSearchQuery } from './search-query.ts';

describe('parseSearchQuery()', () => {
  it('reads what formatSearchQuery() writes', () => {
    const query = {
      q: 'a & b = ü',
      category: 'git',
      compat: 'raycast',
      sort: 'recent',
    } as const;
    expect(parseSearchQuery(formatSearchQuery(query))).toEqual(query);
  });

  it('leaves out what makes no sense', () => {
    expect(parseSearchQuery('?category=__proto__&compat=&sort=upwards&x=1')).toEqual({
      q: '',
      category: null,
      compat: null,
      sort: 'relevance',
    });
  });

  it('cuts what is too long', () => {
    expect(parseSearchQuery(`?q=${'a'.repeat(5000)}`).q).toHaveLength(200);
  });
});

describe('formatSearchQuery()', () => {
  it('writes nothing for everything', () => {
    expect(formatSearchQuery({ q: ' ', category: null, compat: null, sort: 'relevance' })).toBe('');
  });
});
