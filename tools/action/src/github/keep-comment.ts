import { readReceiptMark, type ReceiptMark } from '@orchestra/core';
import type { GitHub } from './open-github.ts';
import type { RepositoryName } from './parse-repository.ts';

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
  const { github, repository, pullRequest } = place;
  const [kept, ...others] = await findComments(place);
  for (const { id } of others) {
    await github.rest.issues.deleteComment({ ...repository, comment_id: id });
  }
  if (kept === undefined) {
    await github.rest.issues.createComment({ ...repository, issue_number: pullRequest, body });
  } else if (kept.body.trim() !== body.trim()) {
    await github.rest.issues.updateComment({ ...repository, comment_id: kept.id, body });
  }
}
