import { type IndexEntry, newestFirst, splitChangelog } from '@orchestra/core';
import { renderPlain } from '../render/rendered-doc.ts';
import type { Feed } from './render-atom.ts';

/**
 * Makes the feed of an extension: its live versions with their changes.
 *
 * @param from.changelog changelog of the newest version; empty where there is none
 */
export function makeExtensionFeed(
  entry: IndexEntry,
  from: { changelog: string; site: string },
): Feed {
  const page = `${from.site}/extensions/${entry.name}/`;
  const changes = new Map(
    splitChangelog(from.changelog).map(({ version, text }) => [version, text]),
  );
  const offered = newestFirst(entry.versions).filter(({ status }) => status === 'live');
  return {
    title: entry.displayName,
    url: `${from.site}/feeds/extensions/${entry.name}.atom`,
    page,
    entries: offered.map(({ version, publishedAt }) => {
      const text = changes.get(version);
      return {
        id: `${page}#v${version}`,
        title: `${entry.displayName} ${version}`,
        page,
        at: publishedAt,
        authors: entry.owners.map(({ login }) => ({
          name: login,
          url: `${from.site}/publishers/${login}/`,
        })),
        summary: entry.description,
        // shown as plain text, because feed readers render HTML differently and only the line breaks matter
        html: text === undefined ? null : renderPlain(text, 'not-rendered').html,
      };
    }),
  };
}
