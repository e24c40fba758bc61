import type { Account, Role } from './account.ts';
import type { Comment, Label, Pull } from './pull.ts';
import type { Release } from './release.ts';

/** A repository: what GitHub knows of it, beside the bare git repository that holds its commits. */
export interface Repository {
  id: number;
  name: string;
  owner: Account;
  private: boolean;
  /** The bare git repository. */
  directory: string;
  /** What it was forked from. */
  parent: Repository | null;
  /** False until a fork has its commits: the first request for them is answered as GitHub does meanwhile. */
  ready: boolean;
  createdAt: string;
  pushedAt: string;
  /** By id of the account. */
  collaborators: Map<number, Role>;
  labels: Label[];
  pulls: Pull[];
  releases: Release[];
  checkRuns: CheckRun[];
  statuses: CommitStatus[];
}

/** A check of a commit. */
export interface CheckRun {
  id: number;
  name: string;
  headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  detailsUrl: string | null;
  externalId: string;
  startedAt: string;
  completedAt: string | null;
}

/** A status of a commit: the newest of each context counts. */
export interface CommitStatus {
  id: number;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: Account;
  createdAt: string;
}

/** `owner/name`. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

/** Every comment of a repository, with its pull request. */
export function listComments(repository: Repository): { pull: Pull; comment: Comment }[] {
  return repository.pulls.flatMap((pull) => pull.comments.map((comment) => ({ pull, comment })));
}
