import { RegistryError } from '@orchestra/core';
import { type GitIndex, isAncestor } from '@orchestra/registry';

/** The commit to mirror. */
export interface Head {
  to: string;
  /** True where the last synced commit is one of its ancestors. */
  goesOn: boolean;
}

/**
 * Finds the current commit of an index, which must be a descendant of the last synced one.
 *
 * @param last the last synced commit; null where there is none
 * @throws RegistryError `history-rewritten`, unless that is accepted
 */
export async function findHead(
  last: string | null,
  options: { index: GitIndex; refresh?: () => Promise<void>; acceptRewrite?: boolean },
): Promise<Head> {
  const { index, refresh, acceptRewrite = false } = options;
  const to = await index.head();
  if (last === null || last === to) return { to, goesOn: true };
  if (await isAncestor(index.directory, { older: last, newer: to })) return { to, goesOn: true };
  // another process may have mirrored a commit that is newer than this copy
  if (refresh !== undefined) {
    await refresh();
    return findHead(last, { index, acceptRewrite });
  }
  if (acceptRewrite) return { to, goesOn: false };
  throw new RegistryError(
    'history-rewritten',
    `The index is at ${to.slice(0, 12)}, which does not go on from ${last.slice(0, 12)}, the last synced commit`,
    {
      hint: 'See that it is the right index. Where its history was rewritten on purpose: npm run sync -- --accept-rewrite',
    },
  );
}
