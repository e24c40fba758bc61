import { join } from 'node:path';
import { quote } from '../comment/quote.ts';
import { openJobGitHub } from '../github/open-job-github.ts';
import { openIndexCopy } from '../open-index-copy.ts';
import { planPending } from '../publish/plan-pending.ts';
import type { Job } from './job.ts';

/**
 * `publish-plan`: reads and checks everything that is pending on main, and writes a plan to the folder
 * `INPUT_PLAN`.
 */
export const publishPlanJob: Job = async (settings, { fetch, log }) => {
  const { hosts, url, temporary } = settings;
  const token = settings.input('TOKEN');
  const github = openJobGitHub({ api: hosts.api, token, fetch, log });
  using index = await openIndexCopy(join(temporary, 'index.git'), { url, token });
  const folder = settings.input('PLAN');
  const { submissions } = await planPending(
    { folder },
    { github, hosts, token, fetch, log, index },
  );
  const lines = submissions.map(({ kind, path }) => `- ${kind}: ${quote(path)}`);
  return {
    outputs: { pending: submissions.length },
    summary: `### ${submissions.length} pending\n\n${lines.join('\n')}\n`,
    exitCode: 0,
  };
};
