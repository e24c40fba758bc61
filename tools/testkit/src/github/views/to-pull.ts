import { diffFiles } from '../git/diff-files.ts';
import { countCommits, mergeBase } from '../git/list-commits.ts';
import { mergeTree } from '../git/merge-tree.ts';
import { readRef } from '../git/refs.ts';
import type { Account } from '../state/account.ts';
import type { Pull } from '../state/pull.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { authorAssociation } from './author-association.ts';
import { nodeId } from './node-id.ts';
import { toLabel } from './to-label.ts';
import { repositoryPage, repositoryUrl, toRepository } from './to-repository.ts';
import { toUser } from './to-user.ts';

/** A pull request as lists tell it. */
export function toPull(world: World, pull: Pull) {
  const { repository, number } = pull;
  const base = repositoryUrl(world, repository);
  const url = `${base}/pulls/${number}`;
  const issue = `${base}/issues/${number}`;
  const page = `${repositoryPage(world, repository)}/pull/${number}`;
  const statuses = `${base}/statuses/${pull.head.sha}`;
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: toUser(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((label) => toLabel(world, repository, label)),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${base}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: toEnd(world, pull.head),
    base: toEnd(world, { ...pull.base, repository }),
    _links: Object.fromEntries(
      Object.entries({
        self: url,
        html: page,
        issue,
        comments: `${issue}/comments`,
        review_comments: `${url}/comments`,
        review_comment: `${base}/pulls/comments{/number}`,
        commits: `${url}/commits`,
        statuses,
      }).map(([name, href]) => [name, { href }]),
    ),
    author_association: authorAssociation(repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

function toEnd(world: World, end: { repository: Repository; branch: string; sha: string }) {
  const { repository, branch, sha } = end;
  return {
    label: `${repository.owner.login}:${branch}`,
    ref: branch,
    sha,
    user: toUser(world, repository.owner),
    repo: toRepository(world, repository),
  };
}

/** A pull request as its own address tells it. */
export async function toFullPull(world: World, pull: Pull) {
  const { directory } = pull.repository;
  const ends = { from: pull.base.sha, to: pull.head.sha };
  const from = (await mergeBase(directory, ends.from, ends.to)) ?? ends.from;
  const files = await diffFiles(directory, { from, to: ends.to });
  const open = pull.state === 'open';
  const base = await readRef(directory, `refs/heads/${pull.base.branch}`);
  const clean = open && base !== null && (await mergeTree(directory, base, ends.to)) !== null;
  return {
    ...toPull(world, pull),
    merged: pull.merged !== null,
    mergeable: open ? clean : null,
    rebaseable: open ? clean : null,
    mergeable_state: open ? (clean ? 'clean' : 'dirty') : 'unknown',
    merged_by: userOrNull(world, pull.merged?.by ?? null),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.head.repository !== pull.repository,
    commits: await countCommits(directory, ends),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

function userOrNull(world: World, account: Account | null) {
  return account === null ? null : toUser(world, account);
}
