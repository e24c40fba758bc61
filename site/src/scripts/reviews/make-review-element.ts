import type { Review } from '@orchestra/core';
import { formatDate } from '../../texts/format-date.ts';
import { makeElement } from '../dom/make-element.ts';
import { renderStars } from './render-stars.ts';

/** Makes the element of a review with its reply; all texts are inserted as text. */
export function makeReviewElement(review: Review, actions: readonly Node[]): HTMLElement {
  const { id, rating, title, body, author, version, createdAt, updatedAt } = review;
  const edited = updatedAt === createdAt ? '' : ', edited';
  return makeElement(
    'article',
    {
      class: 'review',
      id: `review-${id}`,
      tabindex: '-1',
      'aria-label': `Review by ${author.login}`,
    },
    makeElement(
      'p',
      { class: 'review-head' },
      renderStars(rating),
      makeElement('strong', {}, author.login),
      makeElement('span', {}, `${formatDate(createdAt)}${edited} · had ${version}`),
    ),
    ...hiddenNote(review),
    ...(title === null ? [] : [makeElement('h3', { class: 'review-title', dir: 'auto' }, title)]),
    ...(body === null ? [] : [makeElement('p', { class: 'review-body', dir: 'auto' }, body)]),
    ...replyOf(review),
    makeElement('div', { class: 'review-actions' }, ...actions),
  );
}

function hiddenNote({ hidden, hiddenReason }: Review): HTMLElement[] {
  if (!hidden) return [];
  const why = hiddenReason === null ? '' : ` ${hiddenReason}`;
  return [
    makeElement(
      'p',
      { class: 'form-problem' },
      `Hidden by the registry: only its author and admins see it.${why}`,
    ),
  ];
}

function replyOf({ reply }: Review): HTMLElement[] {
  if (reply === null) return [];
  const { login, body, at } = reply;
  return [
    makeElement(
      'div',
      { class: 'review-reply' },
      makeElement('p', { class: 'review-head' }, `${login} replied on ${formatDate(at)}`),
      makeElement('p', { class: 'review-body', dir: 'auto' }, body),
    ),
  ];
}
