import {
  entryPath,
  isOwner,
  type IndexEntry,
  type Owner,
  RegistryError,
  serializeEntry,
} from '@orchestra/core';
import type { GitIndex } from '../index/git-index.ts';
import { retryConflicts } from '../publish/retry-conflicts.ts';
import { type ChangeOrigin, commitMessage } from './commit-message.ts';

/**
 * Adds or removes an owner of an extension. The last owner can't be removed.
 *
 * @returns the changed entry
 * @throws RegistryError `extension-unknown`, `not-an-owner`, `usage`
 */
export async function changeOwner(
  request: ChangeOrigin & { action: 'add' | 'remove'; name: string; owner: Owner },
  context: { index: GitIndex; now: () => Date },
): Promise<IndexEntry> {
  const { action, name, owner } = request;
  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const entry = await snapshot.readEntry(name);
    if (entry === null) {
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`);
    }
    const owners = changed(entry, request);
    if (owners.length === entry.owners.length) return entry;
    const after = { ...entry, owners };
    const what =
      action === 'add'
        ? `Add owner ${owner.login} to ${name}`
        : `Remove owner ${owner.login} from ${name}`;
    await context.index.commit({
      parent: snapshot.commit,
      changes: [{ path: `extensions/${entryPath(name)}`, content: serializeEntry(after) }],
      message: commitMessage(what, request),
      at: context.now(),
    });
    return after;
  });
}

function changed(
  entry: IndexEntry,
  { action, owner }: { action: 'add' | 'remove'; owner: Owner },
): Owner[] {
  const others = entry.owners.filter((other) => !isOwner(owner, { ...entry, owners: [other] }));
  if (action === 'add')
    return others.length < entry.owners.length ? entry.owners : [...others, owner];
  if (others.length > 0) return others;
  throw new RegistryError('usage', `${owner.login} is the only owner of '${entry.name}'`, {
    hint: `Add another owner first: owner add ${entry.name} LOGIN`,
  });
}
