import type { Review } from '@orchestra/core';
import { callApiInBrowser } from '../api/call-api.ts';
import { makeKey } from '../api/make-key.ts';
import { makeElement } from '../dom/make-element.ts';
import { makeReviewElement } from './make-review-element.ts';
import { reviewForm } from './review-form.ts';
import type { Viewer } from './viewer.ts';

/** The viewer's own review, and the callback after changes. */
export interface OwnReviewOptions {
  /** API path such as `/extensions/tide-table/reviews`. */
  path: string;
  viewer: Viewer;
  /** Called after a change, with a text that describes it. */
  done(what: string): void;
}

/** Shows the viewer's own review with buttons to change it, or a form to write one. */
export function ownReview(
  own: Review | null,
  { path, viewer, done }: OwnReviewOptions,
): HTMLElement {
  if (viewer.account === null) return invite(viewer);
  const place = makeElement('div', { class: 'own-review' });
  if (own === null && viewer.isOwner) {
    place.append(makeElement('p', {}, 'You publish this extension: answer what others say of it.'));
    return place;
  }
  const open = makeElement(
    'button',
    { type: 'button', class: 'button' },
    own === null ? 'Write a review' : 'Edit your review',
  );
  const close = () => {
    place.replaceChildren(...shown);
    open.focus();
  };
  open.addEventListener('click', () => {
    const saved = own === null ? 'Your review is published.' : 'Your review is saved.';
    const form = reviewForm({ path, own, done: () => done(saved), cancel: close });
    place.replaceChildren(form);
    form.querySelector<HTMLElement>('input:checked, input')?.focus();
  });
  const shown =
    own === null ? [open] : [makeReviewElement(own, [open, removeButton({ path, done })])];
  place.append(...shown);
  return place;
}

function invite({ signIn }: Viewer): HTMLElement {
  if (signIn === null) return makeElement('div');
  const link = makeElement('a', { href: signIn }, 'Sign in');
  return makeElement('p', { class: 'own-review' }, link, ' to write a review.');
}

/** Makes a button that removes the review after asking once more. */
function removeButton({ path, done }: Pick<OwnReviewOptions, 'path' | 'done'>): HTMLElement {
  const button = makeElement(
    'button',
    { type: 'button', class: 'button button-quiet' },
    'Remove it',
  );
  const key = makeKey();
  let isSure = false;
  button.addEventListener('click', async () => {
    if (!isSure) {
      isSure = true;
      button.textContent = 'Remove it for good';
      return;
    }
    button.disabled = true;
    const answer = await callApiInBrowser(path, { method: 'DELETE', key });
    button.disabled = false;
    if (answer.ok) done('Your review is removed.');
    else button.textContent = answer.problem.detail;
  });
  return button;
}
