import { parseSearchQuery, type PartialAnswer } from '@orchestra/search';
import { findElement } from '../find-element.ts';
import { makeCardElement } from './make-card-element.ts';
import { SearchClient } from './search-client.ts';
import { putOffWhilePressed } from './put-off-while-pressed.ts';
import { readForm, writeForm } from './search-form.ts';
import { notePlace, noteStep, noteTyping, readPlace } from './search-history.ts';
import { describeCount, showCounts } from './show-counts.ts';
import { showNothing } from './show-nothing.ts';
import { walkResults } from './walk-results.ts';

/** Number of results that are shown at first, and added each time. */
const step = 24;

const form = findElement('search-form', HTMLFormElement);
const box = findElement('q', HTMLInputElement);
const results = findElement('search-results', HTMLUListElement);
const status = findElement('search-count', HTMLElement);
const more = findElement('search-more', HTMLButtonElement);
const facets = findElement('search-facets', HTMLDetailsElement);
const { title } = document;

const whenReleased = putOffWhilePressed(results);
const client = new SearchClient((answer) => whenReleased(() => show(answer)));
/** The position in the results that somebody returns to. */
let place = readPlace();
let limit = place.limit ?? step;

history.scrollRestoration = 'manual';
facets.open = matchMedia('(min-width: 60rem)').matches;
writeForm(form, parseSearchQuery(location.search));
// popular extensions are part of the page, so that nothing is fetched before a search
if (location.search !== '' || limit > step) ask();
else comeBack();

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
  document.title = query.q.trim() === '' ? title : `${query.q.trim()} · ${title}`;
  comeBack();
}

/** Scrolls to the stored position in the results. */
function comeBack(): void {
  if (place.scrollY !== undefined) scrollTo(0, place.scrollY);
  place = {};
}

/**
 * Shows results. Unchanged cards stay in place and keep the focus. If somebody asked for more, the first new
 * one gets the focus.
 */
function showItems(answer: PartialAnswer): void {
  const grows = document.activeElement === more;
  const before = [...results.children];
  const cards = answer.items.map((item) => {
    const card = makeCardElement(item, answer);
    return before.find((shown) => shown.isEqualNode(card)) ?? card;
  });
  for (const [at, card] of cards.entries()) {
    const shown = results.children[at];
    if (shown !== card) results.insertBefore(card, shown ?? null);
  }
  for (const card of [...results.children].slice(cards.length)) card.remove();
  const added = grows ? cards.find((card) => !before.includes(card)) : undefined;
  added?.querySelector<HTMLElement>('.card-title a')?.focus();
}
