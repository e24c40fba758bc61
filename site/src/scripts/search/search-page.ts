import type { PartialAnswer } from '../../search/search-data.ts';
import { parseSearchQuery } from '../../search/search-query.ts';
import { findElement } from '../find-element.ts';
import { makeCard } from './make-card.ts';
import { SearchClient } from './search-client.ts';
import { readForm, writeForm } from './search-form.ts';
import { notePlace, noteStep, noteTyping, readPlace } from './search-history.ts';
import { describeCount, showCounts } from './show-counts.ts';
import { showNothing } from './show-nothing.ts';
import { walkResults } from './walk-results.ts';

/** How many results are shown at first, and how many more at each wish. */
const step = 24;

const form = findElement('search-form', HTMLFormElement);
const box = findElement('q', HTMLInputElement);
const results = findElement('search-results', HTMLUListElement);
const status = findElement('search-count', HTMLElement);
const more = findElement('search-more', HTMLButtonElement);
const facets = findElement('search-facets', HTMLDetailsElement);

const client = new SearchClient(show);
/** Where somebody left the results that they come back to. */
let place = readPlace();
let limit = place.limit ?? step;

history.scrollRestoration = 'manual';
facets.open = matchMedia('(min-width: 60rem)').matches;
writeForm(form, parseSearchQuery(location.search));
// the page shows what is popular anyway: nothing is fetched before something is asked
if (location.search !== '' || limit > step) ask();

box.addEventListener('focus', () => client.warm());
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('input', ({ target }) => {
  if (target !== box && !(target instanceof Element && target.matches('[form="search-form"]')))
    return;
  limit = step;
  const query = readForm(form);
  if (target === box) noteTyping(query);
  else noteStep(query);
  ask();
});
more.addEventListener('click', () => {
  limit += step;
  ask();
});
addEventListener('pagehide', () => notePlace({ limit, scrollY }));
addEventListener('popstate', () => {
  place = readPlace();
  limit = place.limit ?? step;
  writeForm(form, parseSearchQuery(location.search));
  ask();
});
walkResults(box, results);

function ask(): void {
  client.ask(readForm(form), { limit });
}

function show(answer: PartialAnswer | null): void {
  if (answer === null) {
    status.textContent = 'Search is not reachable just now. Try again in a moment.';
    return;
  }
  const query = readForm(form);
  showItems(answer);
  status.textContent = describeCount(answer, query);
  more.hidden = answer.items.length >= answer.total;
  showCounts(form, answer);
  showNothing(answer, { query });
  if (place.scrollY !== undefined) scrollTo(0, place.scrollY);
  place = {};
}

/** Where somebody wanted more, the cards that were there stay, and the first new one gets the focus. */
function showItems(answer: PartialAnswer): void {
  const shown = document.activeElement === more ? results.children.length : 0;
  const cards = answer.items.slice(shown).map((item) => makeCard(item, answer));
  if (shown === 0) results.replaceChildren(...cards);
  else results.append(...cards);
  if (shown > 0) cards[0]?.querySelector<HTMLElement>('.card-title a')?.focus();
}
