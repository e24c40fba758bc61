import type { Account } from './account.ts';
import type { Repository } from './repository.ts';

/** A pull request. */
export interface Pull {
  id: number;
  number: number;
  repository: Repository;
  author: Account;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  head: { repository: Repository; branch: string; sha: string };
  base: { branch: string; sha: string };
  labels: Label[];
  comments: Comment[];
  reviews: Review[];
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  merged: { at: string; by: Account; commit: string } | null;
}

/** A label, of a repository. */
export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

/** A comment of a pull request. */
export interface Comment {
  id: number;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  /** The App through which it was written. */
  byApp: boolean;
}

/** A review, of the head that it was given for. */
export interface Review {
  id: number;
  author: Account;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  commit: string;
  submittedAt: string;
}
