import { digest } from '../digests/digest.ts';
import { makeExtensionFeed } from '../feeds/make-extension-feed.ts';
import { renderAtom } from '../feeds/render-atom.ts';
import type { SitePlanContext } from '../plan-context.ts';
import { shownVersion } from '../facts/shown-version.ts';
import type { SiteSource } from '../site-source.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans a feed for each extension: its live versions with their changes. */
export function planExtensionFeeds({ source, extensions }: SitePlanContext): PlannedFile[] {
  return extensions.map(({ card, entry }) => ({
    path: `feeds/extensions/${card.name}.atom`,
    key: digest(entry),
    entryOf: card.name,
    make: () => makeFeed(card.name, source),
  }));
}

async function makeFeed(name: string, source: SiteSource): Promise<string> {
  const entry = await source.readEntry(name);
  if (entry === null) throw new Error(`The index has no entry of ${name}`);
  const { version, docs, status } = shownVersion(entry);
  const readable = status === 'live' && docs['changelog.md'] !== undefined;
  const bytes = readable ? await source.readDoc({ name, version, path: 'changelog.md' }) : null;
  const changelog = bytes?.toString('utf8') ?? '';
  return renderAtom(makeExtensionFeed(entry, { changelog, site: source.config.site }));
}
