import type { Card } from '../build/page-data/card.ts';

/** A card for a test; what isn't given is usual, or unknown. */
export function makeTestCard(facts: Partial<Card> & { name: string }): Card {
  return {
    displayName: facts.name,
    description: '',
    icon: null,
    publishers: [],
    featured: false,
    compat: 'native',
    categories: [],
    tags: [],
    permissions: [],
    mayNeed: [],
    version: '1.0.0',
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    installs: null,
    downloads: null,
    rating: null,
    ...facts,
  };
}
