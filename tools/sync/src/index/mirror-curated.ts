import {
  keepCuratedFile,
  mirrorCategories,
  mirrorFeatured,
  mirrorVerified,
  type Queryable,
  type SyncProblem,
} from '@orchestra/db';
import { applyIsolated } from '../apply-isolated.ts';
import type { CuratedChanges, CuratedFile } from './read-curated-changes.ts';

/**
 * Mirrors the curated files that changed.
 *
 * @returns ids of the extensions that changed with them, and the files that the database rejected
 */
export async function mirrorCurated(
  transaction: Queryable,
  { categories, featured, verified }: CuratedChanges,
): Promise<{ changed: number[]; problems: SyncProblem[] }> {
  const changed: number[] = [];
  const problems: SyncProblem[] = [];
  const mirror = async <T>(file: CuratedFile<T>, apply: (content: T) => Promise<number[]>) => {
    if (!file.changed) return;
    const refused = await applyIsolated(transaction, {
      items: [file],
      apply: async () => {
        await keepCuratedFile(transaction, file);
        changed.push(...(await apply(file.content)));
      },
    });
    problems.push(...refused.map(({ item, reason }) => ({ path: item.path, reason })));
  };
  await mirror(categories, async (content) => {
    await mirrorCategories(transaction, content.categories);
    return [];
  });
  await mirror(featured, (content) => mirrorFeatured(transaction, content.featured));
  await mirror(verified, (content) => mirrorVerified(transaction, content.verified));
  return { changed, problems };
}
