import { searchItems } from '../search/search-items.ts';
import { formatSearchQuery, parseSearchQuery, type SearchQuery } from '../search/search-query.ts';
import { findElement } from './find-element.ts';
import { loadWordIndex } from './load-word-index.ts';
import { walkResults } from './walk-results.ts';

const form = findElement('search-form', HTMLFormElement);
const box = findElement('q', HTMLInputElement);
const results = findElement('search-results', HTMLUListElement);
const count = findElement('search-count', HTMLElement);
const empty = findElement('search-empty', HTMLElement);
const emptyText = findElement('search-empty-text', HTMLElement);

/** The cards that the server rendered: a search only chooses and orders them. */
const cards = new Map(
  [...results.querySelectorAll<HTMLElement>('[data-name]')].map((card) => [
    card.dataset['name'] ?? '',
    card,
  ]),
);

writeForm(parseSearchQuery(location.search));
void update();
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  const query = readForm();
  history.replaceState(null, '', `${location.pathname}${formatSearchQuery(query)}`);
  void update();
});
addEventListener('popstate', () => {
  writeForm(parseSearchQuery(location.search));
  void update();
});
findElement('search-clear', HTMLButtonElement).addEventListener('click', () => {
  form.reset();
  form.dispatchEvent(new Event('input'));
  box.focus();
});
walkResults(box, results);

function readForm(): SearchQuery {
  const pairs = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
  return parseSearchQuery(new URLSearchParams(pairs).toString());
}

function writeForm(query: SearchQuery): void {
  for (const [name, value] of Object.entries(query)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = value ?? '';
  }
}

async function update(): Promise<void> {
  const query = readForm();
  try {
    const index = await loadWordIndex(form.dataset['source'] ?? '');
    // a newer keystroke has its own update
    if (formatSearchQuery(query) !== formatSearchQuery(readForm())) return;
    show(
      searchItems(index, query).map(({ name }) => name),
      query,
    );
  } catch {
    count.textContent = 'Search is not reachable. Here is everything, by name.';
  }
}

function show(names: readonly string[], query: SearchQuery): void {
  results.replaceChildren(...names.flatMap((name) => cards.get(name) ?? []));
  const words = query.q.trim();
  count.textContent =
    (names.length === 1 ? '1 extension' : `${names.length} extensions`) +
    (words === '' ? '' : ` for “${words}”`);
  empty.hidden = names.length > 0;
  emptyText.textContent = explainNothing(query);
}

function explainNothing({ q, category, compat }: SearchQuery): string {
  const filtered = category !== null || compat !== null;
  if (q.trim() === '') return 'No extension is in this category and of this kind yet.';
  return filtered
    ? 'Try another word, or another category or kind.'
    : 'Check the spelling, or try a more general word: theme, git, markdown.';
}
