import type { Pull, Review } from '../state/pull.ts';
import type { World } from '../state/world.ts';
import { authorAssociation } from './author-association.ts';
import { nodeId } from './node-id.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';
import { toUser } from './to-user.ts';

/** A review as answers tell it. */
export function toReview(world: World, { pull, review }: { pull: Pull; review: Review }) {
  const url = `${repositoryUrl(world, pull.repository)}/pulls/${pull.number}`;
  const page = `${repositoryPage(world, pull.repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: toUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: url,
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
    author_association: authorAssociation(pull.repository, review.author),
  };
}
