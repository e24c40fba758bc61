import type { Usage } from './build-from-index.ts';

/** Of a registry that nobody can ask. */
export const noUsage: Usage = {
  figures: async () => new Map(),
  statistics: async () => null,
};
