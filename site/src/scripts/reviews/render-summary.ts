import type { RatingSummary } from '@orchestra/core';
import { makeElement } from '../dom/make-element.ts';
import { renderStars } from './render-stars.ts';

/** Renders the average, the number of ratings, and how many there are of each. */
export function renderSummary({ average, count, histogram }: RatingSummary): HTMLElement {
  if (average === null)
    return makeElement('p', { class: 'empty-note' }, 'Nobody has reviewed this extension yet.');
  const rows = ([5, 4, 3, 2, 1] as const).map((stars) => {
    const meter = makeElement('meter', {
      min: '0',
      max: String(count),
      value: String(histogram[stars]),
      'aria-label': `${histogram[stars]} of ${count} gave ${stars} of 5`,
    });
    return makeElement('li', {}, `${stars} ★`, meter, String(histogram[stars]));
  });
  return makeElement(
    'div',
    { class: 'rating-summary' },
    makeElement(
      'p',
      { class: 'rating-average' },
      makeElement('strong', {}, average.toFixed(1)),
      renderStars(Math.round(average)),
      `${count} ${count === 1 ? 'review' : 'reviews'}`,
    ),
    makeElement('ul', { class: 'histogram', role: 'list' }, ...rows),
  );
}
