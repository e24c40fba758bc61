import { docUrl, type IndexEntry, type IndexVersion, type Owner } from '@orchestra/core';
import type { Card, Publisher } from './page-data.ts';
import type { SiteSource } from './site-source.ts';

/** What a card shows of an entry, with the facts of one of its versions. */
export function makeCard(
  entry: IndexEntry,
  from: { version: IndexVersion; source: SiteSource },
): Card {
  const { version, source } = from;
  const { name } = entry;
  const icon = Object.keys(version.docs).find((path) => path.startsWith('icon.'));
  return {
    name,
    displayName: entry.displayName,
    description: entry.description,
    icon:
      icon === undefined
        ? null
        : docUrl(source.config, { name, version: version.version, path: icon }),
    publishers: entry.owners.map((owner) => toPublisher(owner, source.verified)),
    featured: source.featured.includes(name),
    compat: entry.compat,
    categories: entry.categories,
    tags: entry.tags,
    version: version.version,
    updatedAt: version.publishedAt,
  };
}

function toPublisher({ provider, id, login }: Owner, verified: readonly Owner[]): Publisher {
  return {
    login,
    verified: verified.some((known) => known.provider === provider && known.id === id),
    url: provider === 'github' ? `https://github.com/${login}` : null,
  };
}
