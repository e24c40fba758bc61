import { makeElement } from '../dom/make-element.ts';

/** Renders a rating as stars with a text for screen readers. */
export function renderStars(rating: number): HTMLElement {
  const drawn = '★'.repeat(rating) + '☆'.repeat(5 - rating);
  return makeElement(
    'span',
    { class: 'stars', role: 'img', 'aria-label': `${rating} of 5` },
    drawn,
  );
}
