import type { Validation } from '@orchestra/core';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from '../comment/quote.ts';
import { openJobGitHub } from '../github/open-job-github.ts';
import { openIndexCopy } from '../open-index-copy.ts';
import { validate } from '../validate/validate.ts';
import { readEventPullRequest } from './read-event-pull-request.ts';
import type { Job } from './job.ts';

/**
 * `validate`: examines the event's pull request with a read-only token, and writes the result to
 * `INPUT_VALIDATION`.
 */
export const validateJob: Job = async (settings, { fetch, now, log }) => {
  const { repository, hosts, url, temporary, eventFile } = settings;
  const pullRequest =
    eventFile === undefined ? null : readEventPullRequest(await readFile(eventFile, 'utf8'));
  if (pullRequest === null) {
    return { outputs: { decision: 'ignore' }, summary: 'Nothing was asked for.\n', exitCode: 0 };
  }
  const token = settings.input('TOKEN');
  const github = openJobGitHub({ api: hosts.api, token, fetch, log });
  using index = await openIndexCopy(join(temporary, 'index.git'), { url, token });
  const snapshot = await index.snapshot();
  const file = join(temporary, 'package.tar.gz');
  const reader = { github, hosts, token, fetch, now, snapshot };
  const validation = await validate({ repository, pullRequest, file }, reader);
  await writeFile(settings.input('VALIDATION'), `${JSON.stringify(validation, null, 2)}\n`);
  const { decision, head } = validation;
  return {
    outputs: { decision, pull_request: pullRequest, head },
    summary: summarize(validation),
    exitCode: 0,
  };
};

function summarize({ pullRequest, decision, problems, failure }: Validation): string {
  const lines = problems.map(
    ({ severity, path, message }) => `- ${severity} ${quote(path)}: ${quote(message)}`,
  );
  const why = failure === null ? [] : [`- ${quote(failure.message)}`];
  return `### Pull request ${pullRequest}: ${decision}\n\n${[...why, ...lines].join('\n')}\n`;
}
