import type { ApiAnswer, ApiProblem } from '../api/call-api.ts';
import { makeKey } from '../api/make-key.ts';
import { makeElement } from '../dom/make-element.ts';

/** Settings of a small form, which writes only once however often it is sent. */
export interface FormOptions {
  /** Id, unique on the page; prefix of its fields' ids. */
  id: string;
  /** Label for screen readers. */
  label: string;
  /** Elements above the buttons. */
  fields: readonly Node[];
  submit: string;
  /** Sends the values of the fields. */
  send(data: FormData, key: string): Promise<ApiAnswer<unknown>>;
  done(): void;
  /** Called after the form was cancelled and removed; without it, the form can't be cancelled. */
  cancel?(): void;
}

/** Makes a form. Problems that the API returns are shown in it, and read aloud. */
export function makeForm(options: FormOptions): HTMLFormElement {
  const { id, label, fields, submit, cancel } = options;
  const problem = makeElement('p', { id: `${id}-problem`, class: 'form-problem', role: 'alert' });
  problem.hidden = true;
  const send = makeElement('button', { type: 'submit', class: 'button' }, submit);
  const buttons = makeElement('div', { class: 'form-buttons' }, send);
  const form = makeElement(
    'form',
    { class: 'review-form', 'aria-label': label, 'aria-describedby': problem.id },
    ...fields,
    problem,
    buttons,
  );
  if (cancel !== undefined) {
    const leave = makeElement('button', { type: 'button', class: 'button button-quiet' }, 'Cancel');
    leave.addEventListener('click', () => {
      form.remove();
      cancel();
    });
    buttons.append(leave);
  }
  const key = { value: makeKey() };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitOnce(form, { options, key, send, problem });
  });
  return form;
}

async function submitOnce(
  form: HTMLFormElement,
  of: {
    options: FormOptions;
    key: { value: string };
    send: HTMLButtonElement;
    problem: HTMLElement;
  },
): Promise<void> {
  const { options, key, send, problem } = of;
  if (send.disabled) return;
  send.disabled = true;
  problem.hidden = true;
  const answer = await options.send(new FormData(form), key.value);
  send.disabled = false;
  if (answer.ok) return options.done();
  // the key is kept only where no answer came, because the write may have been carried out
  if (answer.problem.status !== 0) key.value = makeKey();
  showProblem(form, { problem, told: answer.problem });
}

function showProblem(form: HTMLFormElement, of: { problem: HTMLElement; told: ApiProblem }): void {
  const { problem, told } = of;
  problem.textContent =
    told.hint === null ? told.detail : `${told.detail}. ${told.hint}`.replace('..', '.');
  problem.hidden = false;
  const field = form.querySelector<HTMLElement>('input, textarea');
  field?.setAttribute('aria-describedby', problem.id);
  field?.focus();
}
