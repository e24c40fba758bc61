import type { ClearedPackage, Owner } from '@orchestra/core';
import type { GitIndex } from '../index/git-index.ts';
import { retryConflicts } from '../publish/retry-conflicts.ts';
import { type Curated, readCurated } from './read-curated.ts';

/** The lists in {@link Curated} that can be changed. */
export type CuratedLists = Pick<Curated, 'featured' | 'verified' | 'reservedNames' | 'cleared'>;

/** A change of curated files. */
export interface CuratedChange {
  /** The commit message, which names the change and whom it concerns. */
  message: string;
  change(before: Curated): Partial<CuratedLists>;
}

/** File and key of each list. */
const files = {
  featured: { path: 'featured.json', key: 'featured' },
  verified: { path: 'verified.json', key: 'verified' },
  reservedNames: { path: 'reserved-names.json', key: 'reserved' },
  cleared: { path: 'cleared.json', key: 'cleared' },
} as const satisfies Record<keyof CuratedLists, { path: string; key: string }>;

const fields = ['featured', 'verified', 'reservedNames', 'cleared'] as const;

/**
 * Commits a change of the featured extensions, the verified accounts, the reserved names or the cleared
 * packages.
 *
 * @returns false where the lists already have the requested values
 */
export async function changeCurated(
  { change, message }: CuratedChange,
  context: { index: GitIndex; now: () => Date },
): Promise<boolean> {
  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const before = await readCurated(snapshot);
    const after = change(before);
    const changes = fields.flatMap((field) => {
      const values: Iterable<Curating> | undefined = after[field];
      const { path, key } = files[field];
      const content = values === undefined ? null : serialize(key, values);
      const same = content === null || content === serialize(key, before[field]);
      return same ? [] : [{ path, content }];
    });
    if (changes.length === 0) return false;
    await context.index.commit({ parent: snapshot.commit, changes, message, at: context.now() });
    return true;
  });
}

type Curating = string | Owner | ClearedPackage;

/** Writes one line per value, so that a change is a one-line diff. */
function serialize(key: string, values: Iterable<Curating>): string {
  const lines = [...values].map((value) => `\n    ${JSON.stringify(value)}`);
  const list = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`;
  return `{\n  "format": 1,\n  "${key}": ${list}\n}\n`;
}
