import { contentPolicy } from './content-policy.ts';
import type { Card, SiteData } from './page-data.ts';
import type { SiteSource } from './site-source.ts';

/** What every page needs, from the cards of everything that is live. */
export function makeSiteData(cards: readonly Card[], source: SiteSource): SiteData {
  const { config, categories } = source;
  const names = new Set(cards.map((card) => card.name));
  return {
    registryName: config.name,
    contentPolicy: contentPolicy(config),
    apiDocument: config.api === null ? null : new URL('/openapi.json', config.api).href,
    categories: categories.map(({ id, title, description }) => ({
      id,
      title,
      description,
      count: cards.filter((card) => card.categories.includes(id)).length,
    })),
    featured: source.featured.filter((name) => names.has(name)),
    recent: cards
      .toSorted((left, right) => right.updatedAt.localeCompare(left.updatedAt))
      .map((card) => card.name)
      .slice(0, 12),
  };
}
