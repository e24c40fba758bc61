import type { GitIndex, IndexSnapshot } from '../index/git-index.ts';

/**
 * Removes a submission that needs no more work, if it still exists.
 *
 * @param path relative to the index; undefined does nothing
 * @param context.message replaces the usual commit message
 * @throws RegistryError `index-conflict`
 */
export async function removeSubmission(
  path: string | undefined,
  context: { index: GitIndex; snapshot: IndexSnapshot; now: () => Date; message?: string },
): Promise<void> {
  if (path === undefined || (await context.snapshot.readFile(path)) === null) return;
  await context.index.commit({
    parent: context.snapshot.commit,
    changes: [{ path, content: null }],
    message: context.message ?? `Remove ${path}, which is carried out already\n`,
    at: context.now(),
  });
}
