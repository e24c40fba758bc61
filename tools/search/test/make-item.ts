import type { SearchItem } from '../src/search-item.ts';

/** An item for a test; what isn't given is empty. */
export function makeItem(facts: Partial<SearchItem> & { name: string }): SearchItem {
  return {
    displayName: facts.name,
    description: '',
    compat: 'native',
    categories: [],
    tags: [],
    publishers: [],
    updatedAt: 0,
    featured: false,
    verified: false,
    version: '1.0.0',
    icon: null,
    permissions: [],
    mayNeed: [],
    installs: 0,
    downloads: 0,
    rating: { average: null, count: 0 },
    ...facts,
  };
}

/** A few extensions that are alike in some ways. */
export const sampleItems: readonly SearchItem[] = [
  makeItem({
    name: 'git-lens',
    displayName: 'Git Lens',
    description: 'Who wrote a line, and when',
    categories: ['git'],
    tags: ['blame'],
    publishers: ['tidewater'],
    updatedAt: 3,
    permissions: ['network', 'filesystem.read'],
    rating: { average: 5, count: 4 },
  }),
  makeItem({
    name: 'git-graph',
    displayName: 'Git Graph',
    description: 'Draws the history as a graph',
    compat: 'vscode',
    categories: ['git', 'visualization'],
    updatedAt: 5,
    permissions: ['filesystem.read'],
    rating: { average: 3, count: 2 },
  }),
  makeItem({
    name: 'harbor-lights',
    displayName: 'Harbor Lights',
    description: 'A calm colour theme',
    categories: ['themes'],
    tags: ['dark'],
    publishers: ['orchestra-labs'],
    updatedAt: 1,
    featured: true,
  }),
  makeItem({
    name: 'legit',
    displayName: 'Legit',
    description: 'Says which licence a file has; asks git for its history',
    updatedAt: 4,
    downloads: 20,
  }),
  makeItem({ name: 'cafe', displayName: 'Café Noir', description: 'A dark theme', updatedAt: 2 }),
];
