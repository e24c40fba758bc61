import type { GitIndex, IndexSnapshot } from '../index/git-index.ts';

/**
 * Removes a submission that needs nothing more, where it is still there.
 *
 * @param path relative to the index; nothing happens without one
 * @param context.message of the commit, where it isn't the usual one
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
