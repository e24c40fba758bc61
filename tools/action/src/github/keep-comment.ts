import { readReceiptMark, type ReceiptMark, RegistryError } from '@orchestra/core';
import { type GitHub, orNull, type RepositoryName } from '@orchestra/github';

/** The registry's comment on a pull request. */
export interface OwnComment {
  id: number;
  body: string;
  mark: ReceiptMark;
}

/** Where a comment is kept, and by whom. */
export interface CommentPlace {
  github: GitHub;
  repository: RepositoryName;
  pullRequest: number;
  /** The login that the registry's App writes by: anybody could write such a comment. */
  bot: string;
}

/** Finds the registry's comments on a pull request, the oldest first: there should be one. */
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
 * Says something in the registry's one comment on a pull request: a comment that is there is changed, and
 * others that a run left which was cut off are removed.
 */
export async function keepComment(body: string, place: CommentPlace): Promise<void> {
  const { github, repository } = place;
  const [kept, ...others] = await findComments(place);
  for (const { id } of others) {
    const asked = { ...repository, comment_id: id };
    await orNull(github.rest.issues.deleteComment(asked)); // gone already is fine
  }
  if (kept === undefined) {
    await createOnce(body, place);
  } else if (kept.body.trim() !== body.trim()) {
    await github.rest.issues.updateComment({ ...repository, comment_id: kept.id, body });
  }
}

/** Creates it, and looks before it does so again: an answer that is lost may have been a comment that is there. */
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
