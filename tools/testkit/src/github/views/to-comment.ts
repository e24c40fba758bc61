import type { Comment, Pull } from '../state/pull.ts';
import type { World } from '../state/world.ts';
import { authorAssociation } from './author-association.ts';
import { nodeId } from './node-id.ts';
import { toApp } from './to-app.ts';
import { toReactions } from './to-reactions.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';
import { toUser } from './to-user.ts';

/** A comment as answers tell it. */
export function toComment(world: World, { pull, comment }: { pull: Pull; comment: Comment }) {
  const base = repositoryUrl(world, pull.repository);
  const url = `${base}/issues/comments/${comment.id}`;
  const page = repositoryPage(world, pull.repository);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${page}/pull/${pull.number}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${pull.number}`,
    body: comment.body,
    user: toUser(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(pull.repository, comment.author),
    performed_via_github_app: comment.byApp ? toApp(world) : null,
    reactions: toReactions(url),
  };
}
