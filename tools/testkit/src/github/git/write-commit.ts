import { git } from './git.ts';
import type { Signature } from './read-commit.ts';

/** Writes a commit object. @returns its id */
export async function writeCommit(
  directory: string,
  commit: {
    tree: string;
    parents: readonly string[];
    message: string;
    author: Signature;
    committer: Signature;
  },
): Promise<string> {
  const { tree, parents, message, author, committer } = commit;
  const printed = await git(directory, {
    args: ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'],
    input: message,
    env: {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    },
  });
  return printed.toString('utf8').trim();
}
