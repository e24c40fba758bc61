import { describe, expect, it } from 'vitest';
import { formatSearchQuery, parseSearchQuery, type SearchQuery } from './search-query.ts';

describe('parseSearchQuery()', () => {
  it('reads what formatSearchQuery() writes', () => {
    const query = {
      q: 'a & b = ü',
      category: 'git',
      compat: 'raycast',
      without: ['network', 'files'],
      sort: 'recent',
    } satisfies SearchQuery;
    expect(parseSearchQuery(formatSearchQuery(query))).toEqual(query);
  });

  it('leaves out what makes no sense', () => {
    expect(parseSearchQuery('?category=__proto__&compat=&without=sleep&sort=upwards&x=1')).toEqual({
      q: '',
      category: null,
      compat: null,
      without: [],
      sort: 'relevance',
    });
  });

  it('cuts what is too long', () => {
    expect(parseSearchQuery(`?q=${'a'.repeat(5000)}`).q).toHaveLength(200);
  });
});

describe('formatSearchQuery()', () => {
  it('writes nothing for everything', () => {
    expect(
      formatSearchQuery({ q: ' ', category: null, compat: null, without: [], sort: 'relevance' }),
    ).toBe('');
  });
});
