import type { Review, ReviewDraft } from '@orchestra/core';
import { callApiInBrowser } from '../api/call-api.ts';
import { makeElement } from '../dom/make-element.ts';
import { makeForm } from './make-form.ts';
import { makeTextField } from './make-text-field.ts';

/** The extension to review, and the callbacks. */
export interface ReviewFormOptions {
  /** API path such as `/extensions/tide-table/reviews`. */
  path: string;
  /** The review to replace; null for a first one. */
  own: Review | null;
  done(): void;
  cancel(): void;
}

/** Makes the form for writing or changing a review. */
export function reviewForm({ path, own, done, cancel }: ReviewFormOptions): HTMLFormElement {
  return makeForm({
    id: 'review',
    label: 'Your review',
    fields: [
      ratingField(own?.rating ?? null),
      makeTextField({
        id: 'review-title',
        name: 'title',
        label: 'Title, if you like',
        value: own?.title ?? '',
        maxLength: 100,
      }),
      makeTextField({
        id: 'review-body',
        name: 'body',
        label: 'What you think of it, if you like',
        value: own?.body ?? '',
        maxLength: 2000,
        lines: true,
      }),
    ],
    submit: own === null ? 'Publish review' : 'Save review',
    send: (data, key) =>
      callApiInBrowser(path, { method: own === null ? 'POST' : 'PUT', body: readDraft(data), key }),
    done,
    cancel,
  });
}

function ratingField(rating: number | null): HTMLElement {
  const choices = [1, 2, 3, 4, 5].map((stars) => {
    const input = makeElement('input', {
      type: 'radio',
      name: 'rating',
      value: String(stars),
      required: '',
      checked: stars === rating ? '' : null,
    });
    return makeElement('label', {}, input, ` ${stars} ${stars === 1 ? 'star' : 'stars'}`);
  });
  return makeElement(
    'fieldset',
    { class: 'rating-field' },
    makeElement('legend', {}, 'Rating'),
    ...choices,
  );
}

function readDraft(data: FormData): ReviewDraft {
  const text = (name: string) => String(data.get(name) ?? '');
  return { rating: Number(data.get('rating')), title: text('title'), body: text('body') };
}
