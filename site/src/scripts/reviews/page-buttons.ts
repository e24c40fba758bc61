import type { ReviewPage } from '@orchestra/core';
import { makeElement } from '../dom/make-element.ts';

/** Makes the buttons of a pager; nothing for a single page. */
export function pageButtons(
  { page, last_page }: ReviewPage['meta'],
  go: (page: number) => void,
): HTMLElement {
  const nav = makeElement('nav', { class: 'form-buttons', 'aria-label': 'Pages of reviews' });
  if (last_page === 1) return makeElement('div');
  const add = (label: string, to: number) => {
    const button = makeElement('button', { type: 'button', class: 'button button-quiet' }, label);
    button.addEventListener('click', () => go(to));
    nav.append(button);
  };
  if (page > 1) add('Previous', page - 1);
  nav.append(makeElement('span', {}, `Page ${page} of ${last_page}`));
  if (page < last_page) add('Next', page + 1);
  return nav;
}
