import type { Account } from '../state/account.ts';
import { fullName, type Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { toUser } from './to-user.ts';

/** The addresses of a repository's parts, below its own. */
const parts = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** The address of a repository in the API. */
export function repositoryUrl(world: World, repository: Repository): string {
  return `${world.api}/repos/${fullName(repository)}`;
}

/** The address of a repository on the site. */
export function repositoryPage(world: World, repository: Repository): string {
  return `${world.web}/${fullName(repository)}`;
}

/** A repository as answers name it. */
export function toRepository(world: World, repository: Repository) {
  const url = repositoryUrl(world, repository);
  const page = repositoryPage(world, repository);
  const open = repository.pulls.filter(({ state }) => state === 'open').length;
  const forks = world.repositories.filter(({ parent }) => parent === repository).length;
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: toUser(world, repository.owner),
    html_url: page,
    description: null,
    fork: repository.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, `${url}${part}`])),
    clone_url: `${page}.git`,
    git_url: `git:${page.replace(/^\w+:/, '')}.git`,
    ssh_url: `git@${new URL(world.web).host}:${fullName(repository)}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    default_branch: 'main',
    size: 1,
    forks,
    forks_count: forks,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: open,
    open_issues_count: open,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    license: null,
    topics: [],
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
  };
}

/** A repository as its own address tells it. */
export function toFullRepository(
  world: World,
  { repository, reader }: { repository: Repository; reader: Account | null },
) {
  const { parent } = repository;
  const role = world.roleOf(reader, repository);
  const origin = parent === null ? {} : { parent: toRepository(world, parent) };
  return {
    ...toRepository(world, repository),
    ...origin,
    ...(parent === null ? {} : { source: toRepository(world, rootOf(parent)) }),
    permissions: {
      admin: role === 'admin',
      maintain: role === 'admin',
      push: role === 'admin' || role === 'write',
      triage: role === 'admin' || role === 'write',
      pull: role !== 'none',
    },
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    network_count: 0,
    subscribers_count: 0,
  };
}

function rootOf(repository: Repository): Repository {
  return repository.parent === null ? repository : rootOf(repository.parent);
}
