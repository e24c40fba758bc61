import { categories, type IndexEntry, permissions } from '@orchestra/core';
import { makeEntry } from '@orchestra/testkit';
import type { CorpusRecord } from './corpus-record.ts';

/** Number of versions of each extension. */
export const versionsEach = 6;

/** Makes the index entry of a record; facts that a corpus doesn't have are spread evenly. */
export function corpusEntry(record: CorpusRecord, nth: number): IndexEntry {
  const { name, displayName, description, updatedAt } = record;
  const category = categories[nth % categories.length];
  const permission = permissions[nth % permissions.length];
  const versions = Array.from({ length: versionsEach }, (_, back) => ({
    version: `1.${versionsEach - 1 - back}.0`,
    sha256: (nth * versionsEach + back).toString(16).padStart(64, '0'),
    permissions: nth % 3 === 0 || permission === undefined ? [] : [permission],
    publishedAt: updatedAt,
  }));
  const facts = {
    name,
    displayName: displayName.slice(0, 100),
    description: description.slice(0, 300),
    categories: category === undefined ? [] : [category],
    tags: name.split('-').slice(0, 5),
    owners: [
      { provider: 'local' as const, id: 1 + (nth % 5000), login: `publisher-${nth % 5000}` },
    ],
    createdAt: updatedAt,
  };
  return makeEntry(facts, versions);
}
