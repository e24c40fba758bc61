import { type GitHub, orNull, type RepositoryName } from '@orchestra/github';

/** A file in the tree of a commit: its mode and text. */
export interface TreeFile {
  mode: string;
  type: string;
  /** Null for anything but a file, and for one that is too large for a submission. */
  text: string | null;
}

const mostBytes = 64 * 1024;

/**
 * Reads a file of a commit through git trees, because only they contain its mode.
 *
 * @param at.path relative to the repository
 * @returns null where there is none
 */
export async function readTreeFile(
  at: { head: string; path: string },
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<TreeFile | null> {
  let tree = at.head;
  const parts = at.path.split('/');
  for (const [nth, part] of parts.entries()) {
    const found = await orNull(github.rest.git.getTree({ ...repository, tree_sha: tree }));
    const entry = found?.data.tree.find(({ path }) => path === part);
    if (entry?.sha === undefined) return null;
    tree = entry.sha;
    if (nth < parts.length - 1) continue;
    const { mode = '', type = '', size = mostBytes + 1 } = entry;
    if (type !== 'blob' || size > mostBytes) return { mode, type, text: null };
    const blob = await github.rest.git.getBlob({ ...repository, file_sha: entry.sha });
    const text = Buffer.from(blob.data.content, 'base64').toString('utf8');
    return { mode, type, text };
  }
  return null;
}
