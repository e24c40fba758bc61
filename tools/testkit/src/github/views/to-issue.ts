import type { Pull } from '../state/pull.ts';
import type { World } from '../state/world.ts';
import { authorAssociation } from './author-association.ts';
import { nodeId } from './node-id.ts';
import { toLabel } from './to-label.ts';
import { toReactions } from './to-reactions.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';
import { toUser } from './to-user.ts';

/** A pull request as the issue that it is, too. */
export function toIssue(world: World, pull: Pull) {
  const { repository, number } = pull;
  const base = repositoryUrl(world, repository);
  const url = `${base}/issues/${number}`;
  const page = `${repositoryPage(world, repository)}/pull/${number}`;
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    user: toUser(world, pull.author),
    labels: pull.labels.map((label) => toLabel(world, repository, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: pull.comments.length,
    pull_request: {
      url: `${base}/pulls/${number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.merged?.at ?? null,
    },
    closed_at: pull.closedAt,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    draft: pull.draft,
    author_association: authorAssociation(repository, pull.author),
    performed_via_github_app: null,
    reactions: toReactions(url),
  };
}
