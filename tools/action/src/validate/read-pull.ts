import type { GitHub, RepositoryName } from '@orchestra/github';

/** A pull request as far as it matters here, read as data. */
export interface ReadPull {
  number: number;
  head: string;
  /** It is open, no draft, and wants to go to the branch of the index. */
  isWanted: boolean;
  author: { id: number; login: string; type: string } | null;
  /** How many commits it would bring. */
  commitCount: number;
  commits: PullCommit[];
  files: PullFile[];
}

/** A commit of a pull request. */
export interface PullCommit {
  sha: string;
  /** Who is named in it, in whichever place: `Name <address>`. */
  people: { role: 'author' | 'committer'; email: string }[];
  message: string;
}

/** A file that a pull request touches. */
export interface PullFile {
  path: string;
  status: string;
  /** Where it was before, where it was renamed. */
  previous: string | null;
}

/** More files than this are no submission, whatever they are. */
const mostFiles = 300;

/** Reads a pull request by the API. */
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
