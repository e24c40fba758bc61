import { defaultLimits, type IndexEntry } from '@orchestra/core';
import { digest } from '../build/digests/digest.ts';
import type { SiteSource } from '../build/site-source.ts';

/** A registry in memory for a test; docs by `<name>/<version>/<path>`. */
export function makeSource(
  entries: readonly IndexEntry[],
  facts: Partial<SiteSource> & { docs?: Record<string, string>; site?: string } = {},
): SiteSource {
  const { docs = {}, site = 'http://registry.example', ...rest } = facts;
  return {
    config: {
      format: 1,
      name: 'Test registry',
      index: `${site}/index`,
      packages: `${site}/packages`,
      docs: `${site}/docs-files`,
      api: `${site}/api/v1`,
      site,
      publish: { via: 'api' },
      limits: defaultLimits,
    },
    categories: [
      { id: 'git', title: 'Git', description: 'History and branches.' },
      { id: 'themes', title: 'Themes', description: 'Colours.' },
    ],
    featured: [],
    verified: [],
    reservedNames: [],
    commit: digest(entries),
    names: async () => entries.map(({ name }) => name),
    changedSince: async () => null,
    readEntry: async (name) => entries.find((entry) => entry.name === name) ?? null,
    async readDoc({ name, version, path }) {
      const text = docs[`${name}/${version}/${path}`];
      return text === undefined ? null : Buffer.from(text);
    },
    figures: async () => new Map(),
    statistics: async () => null,
    ...rest,
  };
}
