import type { SearchItem } from '@orchestra/search';
import type { Card } from '../page-data/card.ts';

/** Makes the search item of a card. */
export function toSearchItem(card: Card): SearchItem {
  const { publishers, updatedAt, icon, installs, downloads, rating } = card;
  return {
    ...card,
    publishers: publishers.map(({ login }) => login),
    verified: publishers.some(({ verified }) => verified),
    updatedAt: Date.parse(updatedAt),
    // only the file name, because the page knows the base URL
    icon: icon?.split('/').at(-1) ?? null,
    installs: installs ?? 0,
    downloads: downloads ?? 0,
    rating: rating ?? { average: null, count: 0 },
  };
}
