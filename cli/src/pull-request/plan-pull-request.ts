import { indexRoot, serializeSubmission, type Submission, submissionPath } from '@orchestra/core';
import type { GitHubAccount } from '@orchestra/github';

/** A planned pull request: one file, one commit, and its texts. */
export interface PullRequestPlan {
  /** Depends only on action, name and version, so that another run finds it. */
  branch: string;
  /** Path of the one file. */
  path: string;
  content: string;
  /** Title; also the commit message. */
  title: string;
  body: string;
  /** Commit author, with GitHub's no-reply address. */
  author: { name: string; email: string };
}

/** Plans the pull request for a submission. Pure. */
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
 * The branch of a submission. `_` separates the parts because no name or version contains it, and ends it
 * because a version may end with `.lock`, which git doesn't allow in a branch name.
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

/** The description. All values in it have a fixed form, so that none can be markup. */
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
