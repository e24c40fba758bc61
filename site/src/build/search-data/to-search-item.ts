import type { SearchItem } from '@orchestra/search';
import type { Card } from '../page-data/card.ts';

/** What search knows of an extension, from its card. */
export function toSearchItem(card: Card): SearchItem {
  const { publishers, updatedAt, icon, installs, downloads, rating } = card;
  return {
    ...card,
    publishers: publishers.map(({ login }) => login),
    verified: publishers.some(({ verified }) => verified),
    updatedAt: Date.parse(updatedAt),
    // where docs are is told once, with the page
    icon: icon?.split('/').at(-1) ?? null,
    installs: installs ?? 0,
    downloads: downloads ?? 0,
    rating: rating ?? { average: null, count: 0 },
  };
}
