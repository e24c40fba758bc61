import { ServiceError } from '../../services/service-error.ts';
import type { ViewAction, ViewField, ViewState } from '../../views/index.ts';

/*
 * What a person does with a view, in a test. What isn't there is told with what is.
 */

/** Selects an item by its title or id. @throws ServiceError `not-found` */
export function selectItem(state: ViewState, wanted: string): void {
  const { items } = state;
  const found =
    items.find(({ title }) => title === wanted) ?? items.find(({ id }) => id === wanted);
  if (found === undefined) {
    throw missing(
      `item "${wanted}"`,
      items.map(({ title }) => title),
    );
  }
  state.select(found.id);
}

/** Does what an action of what is selected does. @throws ServiceError `not-found` */
export function performAction(state: ViewState, title: string, date: Date | null): void {
  const { actions } = state;
  const found = actions.find((action) => action.title === title);
  if (found === undefined) throw missing(`action "${title}"`, titlesOf(actions));
  state.act(found, date);
}

/** Submits a form, by the first action that does. @throws ServiceError `not-found` */
export function submitForm(state: ViewState): void {
  const found = state.actions.find(({ needs }) => needs === 'values');
  if (found === undefined) {
    throw missing('action that submits, as Action.SubmitForm does', titlesOf(state.actions));
  }
  state.act(found);
}

/** Fills in fields, by their ids or titles. @throws ServiceError `not-found`, `invalid-argument` */
export function fillFields(state: ViewState, values: Readonly<Record<string, unknown>>): void {
  const fields = state.view.fields.filter(({ kind }) => kind !== 'note');
  for (const [wanted, value] of Object.entries(values)) {
    const found =
      fields.find(({ id }) => id === wanted) ?? fields.find(({ title }) => title === wanted);
    if (found === undefined) {
      throw missing(
        `field "${wanted}"`,
        fields.map(({ id }) => id),
      );
    }
    state.fill(found, toFieldValue(found, value));
  }
}

/** Chooses beside the search bar, by a value or its title. @throws ServiceError `not-found` */
export function chooseBeside(state: ViewState, wanted: string): void {
  const choices = state.view.choice?.choices ?? [];
  state.choose(toChoice(choices, wanted));
}

function toFieldValue({ id, kind, choices }: ViewField, value: unknown): unknown {
  const wrong = (what: string) =>
    new ServiceError('invalid-argument', `The field "${id}" is filled in with ${what}`);
  switch (kind) {
    case 'checkbox':
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case 'date':
      if (value !== null && !(value instanceof Date)) throw wrong('a Date or null');
      return value;
    case 'dropdown':
      return toChoice(choices, String(value));
    case 'tags':
      return [value].flat().map((one) => toChoice(choices, String(one)));
    case 'files':
      return [value].flat().map(String);
    default:
      if (typeof value !== 'string') throw wrong('a text');
      return value;
  }
}

function toChoice(choices: readonly { value: string; title: string }[], wanted: string): string {
  const found =
    choices.find(({ value }) => value === wanted) ?? choices.find(({ title }) => title === wanted);
  if (found !== undefined) return found.value;
  throw missing(
    `choice "${wanted}"`,
    choices.map(({ title }) => title),
  );
}

function titlesOf(actions: readonly ViewAction[]): string[] {
  return actions.map(({ title }) => title);
}

const mostShown = 12;

function missing(what: string, there: readonly string[]): ServiceError {
  const shown = there.slice(0, mostShown).map((one) => `"${one}"`);
  const more = there.length > mostShown ? ` and ${there.length - mostShown} more` : '';
  const others = there.length === 0 ? 'there is none' : `there is ${shown.join(', ')}${more}`;
  return new ServiceError('not-found', `There is no ${what}; ${others}`);
}
