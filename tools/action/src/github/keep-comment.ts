import { readReceiptMark, type ReceiptMark, RegistryError } from '@orchestra/core';
import { type GitHub, orNull, type RepositoryName } from '@orchestra/github';

/** A comment by the registry on a pull request. */
export interface OwnComment {
  id: number;
  body: string;
  mark: ReceiptMark;
}

/** The pull request, and the account that comments. */
export interface CommentPlace {
  github: GitHub;
  repository: RepositoryName;
  pullRequest: number;
  /** Login of the registry's App; comments by others are ignored. */
  bot: string;
}

/** Finds the registry's comments on a pull request, oldest first; there should be only one. */
export async function findComments(place: CommentPlace): Promise<OwnComment[]> {
  const found: OwnComment[] = [];
  const { github, repository, pullRequest, bot } = place;
  const asked = { ...repository, issue_number: pullRequest, per_page: 100 };
  for await (const { data } of github.paginate.iterator(github.rest.issues.listComments, asked)) {
    for (const { id, user, body = '' } of data) {
      const mark = user?.login === bot ? readReceiptMark(body) : null;
      if (mark !== null) found.push({ id, body, mark });
    }
  }
  return found;
}

/**
 * Writes the registry's comment on a pull request: updates an existing one, and removes duplicates that an
 * interrupted run left.
 */
export async function keepComment(body: string, place: CommentPlace): Promise<void> {
  const { github, repository } = place;
  const [kept, ...others] = await findComments(place);
  for (const { id } of others) {
    const asked = { ...repository, comment_id: id };
    await orNull(github.rest.issues.deleteComment(asked)); // ignored if it is gone already
  }
  if (kept === undefined) {
    await createOnce(body, place);
  } else if (kept.body.trim() !== body.trim()) {
    await github.rest.issues.updateComment({ ...repository, comment_id: kept.id, body });
  }
}

/**
 * Creates the comment. Before a retry it looks for the comment, because only the response may have been lost.
 */
async function createOnce(body: string, place: CommentPlace, attempt = 1): Promise<void> {
  const { github, repository, pullRequest } = place;
  try {
    await github.rest.issues.createComment({ ...repository, issue_number: pullRequest, body });
  } catch (error) {
    const passes =
      error instanceof RegistryError &&
      (error.code === 'github-failed' || error.code === 'github-unreachable');
    if (!passes || attempt === 3) throw error;
    if ((await findComments(place)).length === 0) await createOnce(body, place, attempt + 1);
  }
}
