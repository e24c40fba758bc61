import type { Review } from '@orchestra/core';
import { callApiInBrowser } from '../api/call-api.ts';
import { makeElement } from '../dom/make-element.ts';
import { makeForm } from './make-form.ts';
import { makeTextField } from './make-text-field.ts';
import { isOwn, type Viewer } from './viewer.ts';

/** The review of somebody else, and the callback after changes. */
export interface ActionOptions {
  /** API path such as `/extensions/tide-table/reviews`. */
  path: string;
  viewer: Viewer;
  /** Called after a change, with a text that describes it. */
  done(what: string): void;
}

/** Makes the buttons for a viewer to report a review, or for an owner of the extension to reply. */
export function reviewActions(
  review: Review,
  { path, viewer, done }: ActionOptions,
): HTMLElement[] {
  if (viewer.account === null || isOwn(review, viewer)) return [];
  const write = (
    what: 'report' | 'reply',
    field: { name: string; label: string; value: string },
  ) => {
    const isReport = what === 'report';
    return (cancel: () => void) =>
      makeForm({
        id: `${what}-${review.id}`,
        label: field.label,
        fields: [
          makeTextField({
            ...field,
            id: `${what}-${review.id}-text`,
            maxLength: isReport ? 500 : 2000,
            lines: true,
            required: isReport,
          }),
        ],
        submit: isReport ? 'Send report' : 'Publish reply',
        send: (data, key) =>
          callApiInBrowser(`${path}/${review.id}/${what}`, {
            method: 'POST',
            body: { [field.name]: String(data.get(field.name) ?? '') },
            key,
          }),
        done: () =>
          done(
            isReport
              ? 'Your report is with the people who run the registry.'
              : 'Your reply is saved.',
          ),
        cancel,
      });
  };
  const report = write('report', {
    name: 'reason',
    label: 'What is wrong with this review?',
    value: '',
  });
  const reply = write('reply', {
    name: 'body',
    label: 'Your reply; without a text it is removed',
    value: review.reply?.body ?? '',
  });
  return [
    ...(viewer.isOwner ? [opener(review.reply === null ? 'Reply' : 'Change reply', reply)] : []),
    opener('Report', report),
  ];
}

/** Makes a button that is replaced by a form while the form is open. */
function opener(label: string, fill: (cancel: () => void) => HTMLFormElement): HTMLElement {
  const button = makeElement('button', { type: 'button', class: 'button button-small' }, label);
  button.addEventListener('click', () => {
    const form = fill(() => {
      button.hidden = false;
      button.focus();
    });
    button.hidden = true;
    button.after(form);
    form.querySelector<HTMLElement>('textarea')?.focus();
  });
  return button;
}
