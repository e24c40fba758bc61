import { extensionIdsOf, type IndexEntry, latestVersion } from '@orchestra/core';
import { digest } from '../digests/digest.ts';
import type { ExtensionFacts } from './extension-facts.ts';
import { shownVersion } from './shown-version.ts';

/** Makes the facts for cards and lists from an entry. */
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
    mayNeed: shown.unclearCode?.mayNeed ?? [],
    version: shown.version,
    createdAt,
    updatedAt: shown.publishedAt,
    live: latestVersion(entry) !== null,
    icon: Object.keys(shown.docs).find((path) => path.startsWith('icon.')) ?? null,
    owners,
    vscodeIds: extensionIdsOf(entry),
    needs: shown.vscode?.extensionDependencies ?? [],
    brings: shown.vscode?.extensionPack ?? [],
  };
}
