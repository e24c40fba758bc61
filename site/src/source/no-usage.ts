import type { Usage } from './build-from-index.ts';

/** Usage for a registry without an API: nothing is known. */
export const noUsage: Usage = {
  figures: async () => new Map(),
  statistics: async () => null,
};
