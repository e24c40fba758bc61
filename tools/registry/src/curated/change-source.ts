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

/** An entry before and after its pinned repository was changed. */
export interface ChangedSource {
  before: IndexEntry;
  /** Equal to `before` where nothing changed. */
  after: IndexEntry;
}

/**
 * Pins an extension to another repository; it can then be published only from there. Its owners stay the
 * same.
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
