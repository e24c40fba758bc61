import type { Card } from '@orchestra/site';
import { corpusEntry } from './corpus-entry.ts';
import type { CorpusRecord } from './corpus-record.ts';

/** Makes the card of a record; facts that a corpus doesn't have come from its index entry. */
export function corpusCard(record: CorpusRecord, nth: number): Card {
  const { name, displayName, description, compat, categories, tags, createdAt, owners, versions } =
    corpusEntry(record, nth);
  const [newest] = versions;
  return {
    name,
    displayName,
    description,
    compat,
    categories,
    tags,
    createdAt,
    icon: null,
    publishers: owners.map(({ login }) => ({ login, verified: false, url: null })),
    featured: false,
    permissions: newest?.permissions ?? [],
    mayNeed: newest?.unclearCode?.mayNeed ?? [],
    version: newest?.version ?? '1.0.0',
    updatedAt: newest?.publishedAt ?? createdAt,
    installs: null,
    downloads: Math.round(record.downloads),
    rating: null,
  };
}
