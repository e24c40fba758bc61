import {
  entryPath,
  type IndexEntry,
  RegistryError,
  serializeEntry,
  type Source,
} from '@orchestra/core';
import type { GitIndex } from '../index/git-index.ts';
import { retryConflicts } from '../publish/retry-conflicts.ts';
import { type ChangeOrigin, commitMessage } from './commit-message.ts';

/** What became of the pinned repository of an extension. */
export interface ChangedSource {
  before: IndexEntry;
  /** The same where it was so before. */
  after: IndexEntry;
}

/**
 * Moves an extension to another repository, from which alone it is published then. Its owners stay.
 *
 * @throws RegistryError `extension-unknown`
 */
export async function changeSource(
  request: ChangeOrigin & { name: string; source: Source },
  context: { index: GitIndex; now: () => Date },
): Promise<ChangedSource> {
  const { name, source } = request;
  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const before = await snapshot.readEntry(name);
    if (before === null) {
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`, {
        hint: 'Check the name.',
      });
    }
    const after = { ...before, source };
    const content = serializeEntry(after);
    if (content === serializeEntry(before)) return { before, after: before };
    const from = before.source?.repository ?? 'uploads';
    await context.index.commit({
      parent: snapshot.commit,
      changes: [{ path: `extensions/${entryPath(name)}`, content }],
      message: commitMessage(`Transfer ${name} from ${from} to ${source.repository}`, request),
      at: context.now(),
    });
    return { before, after };
  });
}
