import { type GitResult, runGit, runGitOnce } from './git.ts';
import { isObjectId } from './refs.ts';

/** Who made a commit, and when. */
export interface Signature {
  name: string;
  email: string;
  /** ISO time. */
  date: string;
}

/** A commit as git holds it. */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');

/** Reads a commit; null where there is none of that id. */
export async function readCommit(directory: string, sha: string): Promise<Commit | null> {
  if (!isObjectId(sha)) return null;
  const result = await runGitOnce(directory, logOf(['--max-count=1', sha]));
  return parseLog(result)?.[0] ?? null;
}

/** Reads the commits that git's log gives for some arguments, the newest first; null where it gives none. */
export async function listCommits(
  directory: string,
  args: readonly string[],
): Promise<Commit[] | null> {
  return parseLog(await runGit(directory, { args: logOf(args) }));
}

const logOf = (args: readonly string[]) => ['log', `--format=tformat:${format}%x01`, ...args, '--'];

function parseLog({ exitCode, stdout }: GitResult): Commit[] | null {
  if (exitCode !== 0) return null;
  return stdout
    .toString('utf8')
    .split('\u0001\n')
    .filter((record) => record !== '')
    .map(toCommit);
}

function toCommit(record: string): Commit {
  const [sha = '', tree = '', parents = '', ...rest] = record.split('\0');
  const [authorName = '', authorEmail = '', authorDate = ''] = rest;
  const [name = '', email = '', date = '', message = ''] = rest.slice(3);
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name: authorName, email: authorEmail, date: toIso(authorDate) },
    committer: { name, email, date: toIso(date) },
    message: message.trimEnd(),
  };
}

function toIso(date: string): string {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}
