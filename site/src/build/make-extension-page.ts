import { type IndexEntry, latestVersion, newestFirst, permissionTexts } from '@orchestra/core';
import { makeCard } from './make-card.ts';
import { makeNotice } from './make-notice.ts';
import { makeVersionRow } from './make-version-row.ts';
import type { ExtensionPage } from './page-data.ts';
import { readDocs } from './read-docs.ts';
import { readLinks } from './read-links.ts';
import type { DocCacheOptions } from './render/doc-cache.ts';
import { shownVersion } from './shown-version.ts';
import type { SiteSource } from './site-source.ts';

/** Everything on the page of one extension. */
export async function makeExtensionPage(
  entry: IndexEntry,
  from: { source: SiteSource; cache: DocCacheOptions },
): Promise<ExtensionPage> {
  const { source, cache } = from;
  const version = shownVersion(entry);
  const links = await readLinks(entry, { version, source });
  const of = { name: entry.name, config: source.config };
  return {
    card: makeCard(entry, { version, source }),
    live: latestVersion(entry) !== null,
    notice: makeNotice(entry),
    license: entry.license,
    ...(version.status === 'quarantined' ? { homepage: null, repository: null } : links),
    permissions: version.permissions.map((id) => ({ id, ...permissionTexts[id] })),
    ...(await readDocs(entry, { version, source, links, cache })),
    versions: newestFirst(entry.versions).map((row) => makeVersionRow(row, of)),
  };
}
