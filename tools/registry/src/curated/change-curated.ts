import type { Owner } from '@orchestra/core';
import type { GitIndex } from '../index/git-index.ts';
import { retryConflicts } from '../publish/retry-conflicts.ts';
import { type Curated, readCurated } from './read-curated.ts';

/** A change of one curated file. */
export interface CuratedChange {
  /** Commit message: what is done, and to whom. */
  message: string;
  change(before: Curated): Partial<Pick<Curated, 'featured' | 'verified'>>;
}

/**
 * Commits a change of the featured extensions or of the verified accounts.
 *
 * @returns false where it was so before
 */
export async function changeCurated(
  { change, message }: CuratedChange,
  context: { index: GitIndex; now: () => Date },
): Promise<boolean> {
  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const before = await readCurated(snapshot);
    const after = change(before);
    const changes = (['featured', 'verified'] as const).flatMap((field) => {
      const values: readonly (string | Owner)[] | undefined = after[field];
      const content = values === undefined ? null : serialize(field, values);
      const same = content === null || content === serialize(field, before[field]);
      return same ? [] : [{ path: `${field}.json`, content }];
    });
    if (changes.length === 0) return false;
    await context.index.commit({ parent: snapshot.commit, changes, message, at: context.now() });
    return true;
  });
}

/** One line a value, so that a change is a one-line diff. */
function serialize(field: string, values: readonly (string | Owner)[]): string {
  const lines = values.map((value) => `\n    ${JSON.stringify(value)}`);
  const list = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`;
  return `{\n  "format": 1,\n  "${field}": ${list}\n}\n`;
}
