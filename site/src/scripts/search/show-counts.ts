import type { PartialAnswer, SearchQuery } from '@orchestra/search';

/** Describes the number of results in words. */
export function describeCount(
  { total, exhaustive }: Pick<PartialAnswer, 'total' | 'exhaustive'>,
  query: Pick<SearchQuery, 'q'>,
): string {
  const words = query.q.trim();
  const number = `${total.toLocaleString('en')}${exhaustive || total === 0 ? '' : '+'}`;
  const found = total === 0 ? 'No extensions' : `${number} extension${number === '1' ? '' : 's'}`;
  return words === '' ? found : `${found} for “${words}”`;
}

/** Shows beside each filter how many results it would leave, and disables those that would leave none. */
export function showCounts(form: HTMLFormElement, { facets, exhaustive }: PartialAnswer): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement) || !isFacet(field.name) || field.value === '')
      continue;
    const counts: Partial<Record<string, number>> = facets[field.name];
    const count = counts[field.value] ?? 0;
    field.disabled = count === 0 && !field.checked && exhaustive;
    const shown = field.labels?.[0]?.querySelector('.facet-count');
    if (shown instanceof Element) shown.textContent = count.toLocaleString('en');
  }
}

function isFacet(name: string): name is keyof PartialAnswer['facets'] {
  return name === 'category' || name === 'compat' || name === 'without';
}
