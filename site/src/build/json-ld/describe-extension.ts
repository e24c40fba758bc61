import type { Card } from '../page-data/card.ts';
import type { JsonLd } from './json-ld.ts';

/** Describes an extension as software for search engines, with a rating only where there are ratings. */
export function describeExtension(card: Card, at: { url: string; license: string | null }): JsonLd {
  const { rating } = card;
  return {
    '@type': 'SoftwareApplication',
    name: card.displayName,
    description: card.description,
    url: at.url,
    image: card.icon ?? undefined,
    applicationCategory: 'DeveloperApplication',
    operatingSystem: 'Orchestra',
    softwareVersion: card.version,
    datePublished: card.createdAt,
    dateModified: card.updatedAt,
    license: at.license ?? undefined,
    author: card.publishers.map(({ login, url }) => ({
      '@type': 'Person',
      name: login,
      url: url ?? undefined,
    })),
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD' },
    aggregateRating:
      rating === null || rating.count === 0
        ? undefined
        : {
            '@type': 'AggregateRating',
            ratingValue: rating.average,
            ratingCount: rating.count,
            bestRating: 5,
            worstRating: 1,
          },
  };
}
