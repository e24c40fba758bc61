import {
  type CatalogItem,
  docUrl,
  type Config,
  type IndexEntry,
  latestVersion,
} from '@orchestra/core';
import type { Curated } from '../curated/read-curated.ts';

/** What a card shows of an entry; null where no version is live. */
export function catalogItem(
  entry: IndexEntry,
  by: { curated: Curated; config: Config },
): CatalogItem | null {
  const latest = latestVersion(entry);
  if (latest === null) return null;
  const { name } = entry;
  const icon = Object.keys(latest.docs).find((path) => path.startsWith('icon.'));
  return {
    name,
    displayName: entry.displayName,
    description: entry.description,
    compat: entry.compat,
    categories: entry.categories,
    tags: entry.tags,
    license: entry.license,
    owners: entry.owners.map((owner) => owner.login),
    verified: entry.owners.some((owner) =>
      by.curated.verified.some(
        ({ provider, id }) => provider === owner.provider && id === owner.id,
      ),
    ),
    featured: by.curated.featured.includes(name),
    version: latest.version,
    permissions: latest.permissions,
    icon:
      icon === undefined ? null : docUrl(by.config, { name, version: latest.version, path: icon }),
    createdAt: entry.createdAt,
    updatedAt: latest.publishedAt,
  };
}
