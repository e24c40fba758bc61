import {
  findEmails,
  isExampleEmail,
  nameFew,
  problem,
  type Problem,
  submissionsFolder,
} from '@orchestra/core';
import { belowIndex } from './below-index.ts';
import type { PullCommit, PullFile, ReadPull } from './read-pull.ts';

/** True where a pull request changes a submission; others don't concern this job. */
export function touchesSubmissions({ files }: Pick<ReadPull, 'files'>): boolean {
  return files.some((file) => isSubmitted(file.path) || isSubmitted(file.previous ?? ''));
}

/** The first submission file of a pull request; null where there is none. */
export function findSubmitted({ files }: Pick<ReadPull, 'files'>): PullFile | null {
  return files.find((file) => isSubmitted(file.path)) ?? null;
}

function isSubmitted(path: string): boolean {
  return belowIndex(path)?.startsWith(`${submissionsFolder}/`) === true;
}

/**
 * Checks the form of a pull request: one added file, in one commit without an email.
 *
 * @param server `GITHUB_SERVER_URL`; its noreply addresses are allowed
 */
export function checkPull(pull: ReadPull, { server }: { server: string }): Problem[] {
  const submitted = findSubmitted(pull);
  return [
    ...checkAlone(pull, submitted),
    ...checkAdded(pull, submitted),
    ...checkCommits(pull),
    ...pull.commits.flatMap((commit) => checkEmails(commit, { server })),
  ];
}

const maxNamed = 5;

function checkAlone({ files }: ReadPull, submitted: PullFile | null): Problem[] {
  const others = files.filter((file) => file !== submitted).map(({ path }) => path);
  if (others.length === 0) return [];
  const message = `Expected one added file; also found ${nameFew(others, maxNamed)}`;
  return [problem('submission-not-alone', { path: others[0] ?? '.', message })];
}

function checkAdded({ files }: ReadPull, submitted: PullFile | null): Problem[] {
  const file = submitted ?? files.find(({ previous }) => isSubmitted(previous ?? '')) ?? null;
  if (file === null || file.status === 'added') return [];
  const message = `Expected an added file; found one that is ${file.status}`;
  return [problem('submission-not-added', { path: file.path, message })];
}

function checkCommits({ commitCount }: ReadPull): Problem[] {
  if (commitCount === 1) return [];
  const message = `Expected one commit; found ${commitCount}`;
  return [problem('submission-commits', { path: '.', message })];
}

/** Reports where emails are, without quoting them, because the report is public. */
function checkEmails(
  { sha, people, message }: PullCommit,
  { server }: { server: string },
): Problem[] {
  const domains = ['github.com', new URL(server).hostname];
  const isNoreply = (email: string) =>
    email === '' ||
    domains.some(
      (domain) => email.endsWith(`@users.noreply.${domain}`) || email === `noreply@${domain}`,
    );
  const roles: string[] = people.filter(({ email }) => !isNoreply(email)).map(({ role }) => role);
  const named = findEmails(message).filter((email) => !isExampleEmail(email));
  if (named.some(({ address }) => !isNoreply(address))) roles.push('message');
  const commit = sha.slice(0, 10);
  return [...new Set(roles)].map((role) =>
    problem('commit-email', {
      path: `commit ${commit}`,
      message: `Expected a noreply address of GitHub as the ${role} of ${commit}; found another one`,
      ...(role === 'message' ? { hint: messageHint } : {}),
    }),
  );
}

const messageHint =
  'Take the address out of the message of the commit (git commit --amend), and push again with --force-with-lease.';
