import { parseSearchQuery, type SearchQuery } from '@orchestra/search';

/** Reads the query of a form. */
export function readForm(form: HTMLFormElement): SearchQuery {
  const pairs = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
  return parseSearchQuery(new URLSearchParams(pairs).toString());
}

/** Fills a form with a query. */
export function writeForm(form: HTMLFormElement, query: SearchQuery): void {
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) field.value = query.sort;
    if (!(field instanceof HTMLInputElement)) continue;
    if (field.type === 'checkbox') field.checked = query.without.some((one) => one === field.value);
    else if (field.type === 'radio')
      field.checked = field.value === (valueOf(query, field.name) ?? '');
    else if (field.name === 'q') field.value = query.q;
  }
}

function valueOf({ category, compat }: SearchQuery, name: string): string | null {
  return name === 'category' ? category : compat;
}
