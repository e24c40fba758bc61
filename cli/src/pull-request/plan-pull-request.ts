import { indexRoot, serializeSubmission, type Submission, submissionPath } from '@orchestra/core';
import type { GitHubAccount } from '@orchestra/github';

/** A pull request as it is to be: one file, one commit, and what people read of it. */
export interface PullRequestPlan {
  /** The same for the same action, name and version: run again, it is found. */
  branch: string;
  /** The one file. */
  path: string;
  content: string;
  /** Also the message of the commit. */
  title: string;
  body: string;
  /** With the address that GitHub gives to those who show none. */
  author: { name: string; email: string };
}

/** Works out the pull request that carries a submission. Pure. */
export function planPullRequest(submission: Submission, account: GitHubAccount): PullRequestPlan {
  return {
    branch: branchOf(submission),
    path: `${indexRoot}/${submissionPath(submission)}`,
    content: serializeSubmission(submission),
    title: titleOf(submission),
    body: bodyOf(submission),
    author: {
      name: account.login,
      email: `${account.id}+${account.login}@users.noreply.github.com`,
    },
  };
}

/**
 * Branch that a submission is proposed from. `_` is part of no name and no version; and a version may
 * end with `.lock`, which the name of a branch may not.
 */
export function branchOf({
  action,
  name,
  version,
}: Pick<Submission, 'action' | 'name' | 'version'>) {
  return `orchestra/${action}-${version}_${name}`;
}

function titleOf({ action, name, version }: Submission): string {
  const verb = { publish: 'Publish', yank: 'Yank', unyank: 'Unyank' }[action];
  return `${verb} ${name} ${version}`;
}

/** Only what has a fixed form stands in it, so that none of it can be markup. */
function bodyOf(submission: Submission): string {
  const what = `\`${submission.name}\` ${submission.version}`;
  const rules = 'It adds this one file and nothing else, made by `orchestra ext`.';
  if (submission.action !== 'publish') {
    const effect =
      submission.action === 'yank'
        ? `Hides ${what} from new installs. Whoever has it keeps it.`
        : `Offers ${what} again.`;
    return `${effect}\n\n${rules}\n`;
  }
  const { source, sha256, size } = submission;
  return [
    `Publishes ${what}.`,
    '',
    `- Source: \`${source.repository}\`, tag \`${source.tag}\`, commit ${source.commit}`,
    `- Package: release asset ${source.releaseAssetId}, ${size} bytes`,
    `- SHA-256: \`${sha256}\``,
    '',
    rules,
    '',
  ].join('\n');
}
