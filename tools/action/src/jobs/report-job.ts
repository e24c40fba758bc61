import { ValidationSchema } from '@orchestra/core';
import { openJobGitHub } from '../github/open-job-github.ts';
import { reportSubmission } from '../report/report-submission.ts';
import type { Job } from './job.ts';
import { readData } from './read-data.ts';

/**
 * `report`: comments, labels and merges with the token of the registry's App, according to the file
 * `INPUT_VALIDATION`.
 */
export const reportJob: Job = async (settings, { fetch, log }) => {
  const { repository, hosts } = settings;
  const validation = await readData(ValidationSchema, settings.input('VALIDATION'));
  const github = openJobGitHub({ api: hosts.api, token: settings.input('TOKEN'), fetch, log });
  const bot = settings.input('BOT');
  const { outcome, text } = await reportSubmission({ repository, validation }, { github, bot });
  return { outputs: { outcome }, summary: text, exitCode: 0 };
};
