import { entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import type { GitIndex } from '@orchestra/registry';

/** Commits entries to an index for a test, or texts in their places. */
export async function commitEntries(
  index: GitIndex,
  entries: Readonly<Record<string, IndexEntry | string>>,
): Promise<void> {
  await index.commit({
    parent: await index.head(),
    changes: Object.entries(entries).map(([name, entry]) => ({
      path: `extensions/${entryPath(name)}`,
      content: typeof entry === 'string' ? entry : serializeEntry(entry),
    })),
    message: 'Write\n',
    at: new Date('2026-01-02T03:04:05.000Z'),
  });
}
