import { parseSearchQuery, type PartialAnswer } from '@orchestra/search';
import { makeOption } from './make-option.ts';
import { putOffWhilePressed } from './put-off-while-pressed.ts';
import { SearchClient } from './search-client.ts';

/** Number of suggestions. */
const limit = 6;

/**
 * Suggests the best results below a search box while somebody types: arrow keys select one, Enter opens it.
 * Without a selection, Enter searches as it does without scripts.
 *
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function suggest(box: HTMLInputElement, list: HTMLElement): void {
  const whenReleased = putOffWhilePressed(list);
  const client = new SearchClient((answer) => whenReleased(() => show(answer)));
  /** Index of the selected suggestion; -1 for the box itself. */
  let chosen = -1;

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  offer([]);
  box.addEventListener('focus', () => client.warm());
  box.addEventListener('blur', () => offer([]));
  box.addEventListener('input', () => {
    choose(-1);
    client.ask({ ...parseSearchQuery(''), q: box.value }, { limit });
  });
  box.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    // the box is one place in the cycle, before the first and after the last suggestion
    const places = list.children.length + 1;
    if (event.key === 'ArrowDown') choose(((chosen + 2) % places) - 1);
    else if (event.key === 'ArrowUp') choose(((chosen + places) % places) - 1);
    else if (event.key === 'Escape') offer([]);
    else if (event.key === 'Enter' && chosen >= 0) list.querySelectorAll('a')[chosen]?.click();
    else return;
    event.preventDefault();
  });
  // a press must not move the focus out of the box, because the list would disappear before the click
  list.addEventListener('mousedown', (event) => event.preventDefault());

  function show(answer: PartialAnswer | null): void {
    const wanted = box.value.trim() !== '' && document.activeElement === box;
    const { items, marks } = wanted && answer !== null ? answer : { items: [], marks: [] };
    offer(items.map((item, nth) => makeOption(item, { id: `${list.id}-${nth}`, marks })));
  }

  /** Shows suggestions; a selected one stays selected if it is still among them. */
  function offer(options: readonly Element[]): void {
    const address = addressOf(list.children[chosen]);
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(options.length > 0));
    choose(options.findIndex((option) => address !== null && addressOf(option) === address));
  }

  function choose(nth: number): void {
    chosen = nth;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === nth));
    }
    const option = list.children[nth];
    if (option === undefined) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', option.id);
  }
}

function addressOf(option: Element | undefined): string | null {
  return option?.querySelector('a')?.href ?? null;
}
