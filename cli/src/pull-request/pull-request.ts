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
interface GitHubPull {
  number: number;
  html_url: string;
  state: string;
  created_at: string;
  merged_at: string | null;
  labels: readonly { name: string }[];
  head: { ref: string; sha: string; repo: { full_name: string } | null };
}

/** Reads what GitHub tells of a pull request, in a list or of one alone. */
export function toPullRequest(found: GitHubPull): PullRequest {
  return {
    number: found.number,
    url: found.html_url,
    state: found.merged_at !== null ? 'merged' : found.state === 'open' ? 'open' : 'closed',
    createdAt: found.created_at,
    mergedAt: found.merged_at,
    labels: found.labels.map(({ name }) => name),
    head: {
      repository: found.head.repo?.full_name ?? null,
      branch: found.head.ref,
      sha: found.head.sha,
    },
  };
}
