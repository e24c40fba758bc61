import {
  authorize,
  type Config,
  planYank,
  RegistryError,
  type Status,
  type StatusChanged,
  type Submission,
} from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { connectGitHub } from '../github/connect-github.ts';
import { openPullRequest } from '../pull-request/open-pull-request.ts';
import type { PullRequest } from '../pull-request/pull-request.ts';
import { readSubmissionState } from '../pull-request/read-submission-state.ts';
import { startProgress } from '../render/progress.ts';
import { submitterOf } from './plan-submission.ts';

/** A change of a version's status that a submission asks for. */
export interface StatusSubmissionRequest {
  action: 'yank' | 'unyank';
  name: string;
  version: string;
  reason: string | undefined;
}

/** The pull request for a change. */
export interface ChangeSummary {
  number: number;
  url: string;
  state: PullRequest['state'];
  /** A sentence that says what the pull request waits for. */
  standing: string;
}

/**
 * Opens a pull request that yanks a version, or undoes a yank. Running it again continues with the same pull
 * request.
 *
 * @throws RegistryError `extension-unknown`, `not-an-owner`, `version-unknown`, `version-quarantined`
 */
export async function changeByPullRequest(
  asked: StatusSubmissionRequest,
  by: { publishing: Extract<Config['publish'], { via: 'pull-request' }>; context: CommandContext },
): Promise<StatusChanged & { pullRequest?: ChangeSummary }> {
  const { action, name, version, reason } = asked;
  const { repository: registry, clientId } = by.publishing;
  const why = `${action} at ${registry} by a pull request in your name`;
  const signedIn = await connectGitHub({ clientId, why }, by.context);
  using progress = await startProgress(by.context, 'Looking at what is there');
  const { entry, pullRequest, isPending } = await readSubmissionState(asked, {
    registry,
    signedIn,
  });
  const submitter = submitterOf(signedIn);
  const authorization = authorize({ action, name }, { submitter, entry });
  if (authorization.decision === 'refuse') throw authorization.error;
  if (entry === null)
    throw new RegistryError('extension-unknown', `No extension is called '${name}'`);
  const optional = reason === undefined ? {} : { reason };
  const planned = planYank({ action, version, submitter, ...optional }, entry);
  const status: Status = action === 'yank' ? 'yanked' : 'live';
  const summary = { name, version, status, reason: reason ?? null };
  if (planned.kind === 'unchanged') return { ...summary, unchanged: true };
  if (isPending && pullRequest !== null) {
    return { ...summary, unchanged: false, pullRequest: summarize(pullRequest) };
  }
  const submission: Submission = { format: 1, action, name, version, ...optional };
  const say = (text: string) => progress.update(text);
  const opened = await openPullRequest(submission, {
    registry,
    existing: pullRequest,
    signedIn,
    say,
  });
  return { ...summary, unchanged: false, pullRequest: summarize(opened) };
}

function summarize({ number, url, state }: PullRequest): ChangeSummary {
  const standing =
    state === 'merged'
      ? 'It is merged, and waits for the registry to carry it out: minutes, as a rule.'
      : 'It is carried out once the registry has checked and merged it: minutes, as a rule.';
  return { number, url, state, standing };
}
