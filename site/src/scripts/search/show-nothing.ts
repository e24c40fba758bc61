import { formatSearchQuery, type PartialAnswer, type SearchQuery } from '@orchestra/search';
import { findElement } from '../find-element.ts';

/** Suggests what to try where nothing was found; otherwise shows nothing. */
export function showNothing(answer: PartialAnswer, { query }: { query: SearchQuery }): void {
  const place = findElement('search-empty', HTMLElement);
  place.hidden = answer.total > 0;
  const wayOut = (id: string, way: { query: SearchQuery; text: string | null }) => {
    const link = findElement(id, HTMLAnchorElement);
    link.hidden = way.text === null;
    link.textContent = way.text;
    link.href = location.pathname + formatSearchQuery(way.query);
  };
  const { suggestion } = answer;
  const filtered = query.category !== null || query.compat !== null || query.without.length > 0;
  wayOut('search-suggestion', {
    query: { ...query, q: suggestion ?? '' },
    text: suggestion === null ? null : `Did you mean “${suggestion}”?`,
  });
  wayOut('search-unfiltered', {
    query: { ...query, category: null, compat: null, without: [] },
    text: filtered ? 'Search without filters' : null,
  });
  wayOut('search-everything', {
    query: { q: '', category: null, compat: null, without: [], sort: 'relevance' },
    text: 'Show everything',
  });
}
