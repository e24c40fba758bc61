/** A pull request that carries a submission. */
export interface PullRequest {
  number: number;
  /** Its page. */
  url: string;
  state: 'open' | 'closed' | 'merged';
  /** An ISO time. */
  createdAt: string;
  mergedAt: string | null;
  labels: string[];
  /** The branch that it proposes, and where that is. */
  head: { repository: string | null; branch: string; sha: string };
}

/** What GitHub tells of a pull request, as far as it is used. */
interface Told {
  number: number;
  html_url: string;
  state: string;
  created_at: string;
  merged_at: string | null;
  labels: readonly { name: string }[];
  head: { ref: string; sha: string; repo: { full_name: string } | null };
}

/** Reads what GitHub tells of a pull request, in a list or of one alone. */
export function readPullRequest(told: Told): PullRequest {
  return {
    number: told.number,
    url: told.html_url,
    state: told.merged_at !== null ? 'merged' : told.state === 'open' ? 'open' : 'closed',
    createdAt: told.created_at,
    mergedAt: told.merged_at,
    labels: told.labels.map(({ name }) => name),
    head: {
      repository: told.head.repo?.full_name ?? null,
      branch: told.head.ref,
      sha: told.head.sha,
    },
  };
}
