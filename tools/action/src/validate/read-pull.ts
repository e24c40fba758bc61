import type { GitHub, RepositoryName } from '@orchestra/github';

/** The data of a pull request that validation uses. */
export interface ReadPull {
  number: number;
  head: string;
  /** True where it is open, no draft, and targets the branch of the index. */
  isWanted: boolean;
  author: { id: number; login: string; type: string } | null;
  /** Number of its commits. */
  commitCount: number;
  commits: PullCommit[];
  files: PullFile[];
}

/** A commit of a pull request. */
export interface PullCommit {
  sha: string;
  /** Emails of the people in the commit, with their roles. */
  people: { role: 'author' | 'committer'; email: string }[];
  message: string;
}

/** A file that a pull request touches. */
export interface PullFile {
  path: string;
  status: string;
  /** The former path of a renamed file; null for others. */
  previous: string | null;
}

/** Most files that are read; a pull request with more isn't a submission. */
const mostFiles = 300;

/** Reads a pull request with the API. */
export async function readPull(
  number: number,
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<ReadPull> {
  const named = { ...repository, pull_number: number };
  const { data: pull } = await github.rest.pulls.get(named);
  const files: PullFile[] = [];
  for await (const { data } of github.paginate.iterator(github.rest.pulls.listFiles, {
    ...named,
    per_page: 100,
  })) {
    for (const file of data) {
      const previous = file.previous_filename ?? null;
      files.push({ path: file.filename, status: file.status, previous });
    }
    if (files.length >= mostFiles) break;
  }
  const { data: commits } = await github.rest.pulls.listCommits({ ...named, per_page: 100 });
  return {
    number,
    head: pull.head.sha,
    isWanted: pull.state === 'open' && pull.draft !== true && pull.base.ref === 'main',
    author: pull.user === null ? null : { ...pull.user },
    commitCount: pull.commits,
    commits: commits.map(({ sha, commit }) => ({
      sha,
      people: [
        { role: 'author', email: commit.author?.email ?? '' },
        { role: 'committer', email: commit.committer?.email ?? '' },
      ],
      message: commit.message,
    })),
    files,
  };
}
