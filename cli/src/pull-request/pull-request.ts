/** A pull request with a submission. */
export interface PullRequest {
  number: number;
  /** URL of its page. */
  url: string;
  state: 'open' | 'closed' | 'merged';
  /** An ISO time. */
  createdAt: string;
  mergedAt: string | null;
  labels: string[];
  /** The proposed branch and its repository. */
  head: { repository: string | null; branch: string; sha: string };
}

/** The fields of GitHub's response that are used. */
interface GitHubPull {
  number: number;
  html_url: string;
  state: string;
  created_at: string;
  merged_at: string | null;
  labels: readonly { name: string }[];
  head: { ref: string; sha: string; repo: { full_name: string } | null };
}

/** Reads a pull request from GitHub's response, from a list or a single one. */
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
