import { newestFirst, permissionTexts } from '@orchestra/core';
import { describeUnclearPart } from './describe-unclear-part.ts';
import type { RelatedExtensions } from './find-related.ts';
import { makeNotice } from './make-notice.ts';
import { makeVersionRow } from './make-version-row.ts';
import type { Card } from '../page-data/card.ts';
import type { ExtensionPage } from '../page-data/extension-page.ts';
import { permissionChange } from './permission-change.ts';
import type { SitePlanContext, PlannedExtension } from '../plan-context.ts';
import { readCodeUse } from './read-code-use.ts';
import { readDocs } from './read-docs.ts';
import { readLinks } from './read-links.ts';
import { shownVersion } from '../facts/shown-version.ts';

/** Collects the data for the page of an extension. */
export async function makeExtensionPage(
  {
    card,
    live,
    similar,
    related,
  }: PlannedExtension & { similar: Card[]; related: RelatedExtensions },
  { source, docs }: SitePlanContext,
): Promise<ExtensionPage> {
  const entry = await source.readEntry(card.name);
  if (entry === null) throw new Error(`The index has no entry of ${card.name}`);
  const version = shownVersion(entry);
  const links = await readLinks(entry, { version, source });
  const { needed, unresolved, unsupported } = await readCodeUse(entry, { version, source });
  const versions = newestFirst(entry.versions);
  const of = { name: entry.name, config: source.config, versions };
  return {
    card,
    live,
    notice: makeNotice(entry),
    license: entry.license,
    ...links,
    permissions: version.permissions.map((id) => ({
      id,
      ...permissionTexts[id],
      needed: needed.get(id) ?? null,
    })),
    unclear: describeUnclearPart(version),
    unresolved,
    unsupported,
    permissionChange: permissionChange(version, versions),
    ...related,
    similar,
    statistics: await source.statistics(card.name),
    ...(await readDocs(entry, { version, source, links, cache: docs })),
    versions: versions.map((row) => makeVersionRow(row, of)),
  };
}
