import { git } from './git.ts';
import { writeObject } from './loose-objects.ts';
import type { Signature } from './read-commit.ts';

/** What a commit says. */
export interface NewCommit {
  tree: string;
  parents: readonly string[];
  message: string;
  author: Signature;
  committer: Signature;
}

/** Writes a commit object. @returns its id */
export async function writeCommit(directory: string, commit: NewCommit): Promise<string> {
  const { tree, parents, message, author, committer } = commit;
  if (![author, committer].every(isPlain) || message.includes('\0'))
    return writeByGit(directory, commit);
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${sign(author)}`,
    `committer ${sign(committer)}`,
  ];
  const bytes = Buffer.from(`${lines.join('\n')}\n\n${message}`);
  return writeObject(directory, { type: 'commit', bytes });
}

/** True for whom git would write down to the letter. */
function isPlain({ name, email, date }: Signature): boolean {
  const isPlainText = (text: string) => /^\w(?:[\w @.[\]+-]*[\w\]])?$/.test(text);
  return isPlainText(name) && isPlainText(email) && /^\d{4}-[\d:T.-]+Z$/.test(date);
}

function sign({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
}

async function writeByGit(directory: string, commit: NewCommit): Promise<string> {
  const { tree, parents, message, author, committer } = commit;
  const printed = await git(directory, {
    args: ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'],
    input: message,
    env: {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    },
  });
  return printed.toString('utf8').trim();
}
