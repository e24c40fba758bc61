import { type GitHub, orNull, type RepositoryName } from '@orchestra/github';

/** A file of a commit: how it stands in the tree, and its text. */
export interface TreeFile {
  mode: string;
  type: string;
  /** Null for what is no file, and for what is too large to be a submission. */
  text: string | null;
}

const mostBytes = 64 * 1024;

/**
 * Reads a file of a commit through its trees: the only place that tells its mode.
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
