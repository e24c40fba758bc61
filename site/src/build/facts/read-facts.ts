import { type IndexEntry, latestVersion, type Owner } from '@orchestra/core';
import { digest } from '../digests/digest.ts';
import type { Card } from '../page-data/page-data.ts';
import { shownVersion } from './shown-version.ts';

/** What an entry alone says about an extension: kept between builds, so that it is read once. */
export interface ExtensionFacts extends Pick<
  Card,
  | 'name'
  | 'displayName'
  | 'description'
  | 'compat'
  | 'categories'
  | 'tags'
  | 'permissions'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
> {
  /** Digest of the entry. */
  entry: string;
  /** False where no version is offered. */
  live: boolean;
  /** Path of the icon among the docs of the shown version. */
  icon: string | null;
  owners: Owner[];
}

/** Reads off an entry what cards and lists are made of. */
export function readFacts(entry: IndexEntry): ExtensionFacts {
  const { name, displayName, description, compat, categories, tags, createdAt, owners } = entry;
  const shown = shownVersion(entry);
  return {
    entry: digest(entry),
    name,
    displayName,
    description,
    compat,
    categories,
    tags,
    permissions: shown.permissions,
    version: shown.version,
    createdAt,
    updatedAt: shown.publishedAt,
    live: latestVersion(entry) !== null,
    icon: Object.keys(shown.docs).find((path) => path.startsWith('icon.')) ?? null,
    owners,
  };
}
