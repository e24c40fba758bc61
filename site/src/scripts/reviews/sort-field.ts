import type { ReviewSort } from '@orchestra/core';
import { makeElement } from '../dom/make-element.ts';

const sorts: readonly { sort: ReviewSort; label: string }[] = [
  { sort: 'recent', label: 'The last written first' },
  { sort: 'rating', label: 'The best first' },
  { sort: 'critical', label: 'The worst first' },
];

/** Makes the field that selects the order of reviews. */
export function sortField(current: ReviewSort, choose: (sort: ReviewSort) => void): HTMLElement {
  const options = sorts.map(({ sort, label }) =>
    makeElement('option', { value: sort, selected: sort === current ? '' : null }, label),
  );
  const select = makeElement('select', { id: 'reviews-sort' }, ...options);
  select.addEventListener('change', () => {
    const chosen = sorts.find(({ sort }) => sort === select.value);
    if (chosen !== undefined) choose(chosen.sort);
  });
  const label = makeElement('label', { for: select.id }, 'Order');
  return makeElement('p', { class: 'reviews-sort' }, label, select);
}
