import { parseSearchQuery } from '@orchestra/search';
import { findElement } from './find-element.ts';
import { makeCardElement } from './search/make-card-element.ts';
import { SearchClient } from './search/search-client.ts';

/** Number of suggestions. */
const limit = 3;

/** On the page for missing addresses, suggests extensions with names similar to the one in the address. */
const [, name] = /\/extensions\/([a-z0-9-]{1,100})\/?$/i.exec(location.pathname) ?? [];
if (name !== undefined) {
  const client = new SearchClient((answer) => {
    if (answer === null || answer.items.length === 0) return;
    const cards = answer.items.map((item) => makeCardElement(item, { marks: [] }));
    findElement('near-cards', HTMLUListElement).replaceChildren(...cards);
    findElement('near', HTMLElement).hidden = false;
  });
  client.ask({ ...parseSearchQuery(''), q: name.replaceAll('-', ' ') }, { limit });
}
