import { openBlobStore, openPushedIndex, readIndexConfig } from '@orchestra/registry';
import { join, resolve } from 'node:path';
import { quote } from '../comment/quote.ts';
import { openJobGitHub } from '../github/open-job-github.ts';
import { type AppliedSubmission, applyPending } from '../publish/apply-pending.ts';
import { PublishPlanSchema } from '../publish/plan-schema.ts';
import { tellReceipts } from '../publish/tell-receipts.ts';
import type { Job } from './job.ts';
import { readData } from './read-data.ts';
import type { JobResult } from './write-outputs.ts';

/**
 * `publish-apply`: carries out the plan in the folder `INPUT_PLAN`. Stores to `INPUT_BLOBS` (a folder or
 * `gs://BUCKET/PREFIX`), commits to the repository, and updates the receipts.
 */
export const publishApplyJob: Job = async (settings, { fetch, now, log }) => {
  const { repository, hosts, url, temporary } = settings;
  const token = settings.input('TOKEN');
  const github = openJobGitHub({ api: hosts.api, token, fetch, log });
  const folder = resolve(settings.input('PLAN'));
  const plan = await readData(PublishPlanSchema, join(folder, 'plan.json'));
  const endpoint = settings.optional('STORAGE_URL');
  const blobs = await openBlobStore(
    settings.input('BLOBS'),
    endpoint === undefined ? {} : { endpoint },
  );
  using index = await openPushedIndex(join(temporary, 'index.git'), { url, token });
  const before = await index.head();
  const context = { github, repository, index, blobs, now, log };
  const applied = await applyPending({ plan, folder }, context);
  const changed = (await index.head()) !== before;
  const servedMs = 1000 * Number(settings.optional('SERVED_SECONDS') ?? 60);
  const config = await readIndexConfig(await index.snapshot());
  await tellReceipts(applied, { ...context, bot: settings.input('BOT'), config, fetch, servedMs });
  const count = (outcome: AppliedSubmission['outcome']) =>
    applied.filter((one) => one.outcome === outcome).length;
  return {
    outputs: { changed, done: count('done'), dropped: count('dropped'), later: count('later') },
    summary: summarize(applied),
    exitCode: exitCodeOf(applied),
  };
};

/** 2 after a bug, 1 where GitHub refused the token, which a person must fix, and otherwise 0. */
function exitCodeOf(applied: readonly AppliedSubmission[]): JobResult['exitCode'] {
  if (applied.some(({ isBug }) => isBug)) return 2;
  const isRefused = ({ failure }: AppliedSubmission) =>
    failure?.code === 'scope-missing' || failure?.code === 'token-invalid';
  return applied.some(isRefused) ? 1 : 0;
}

function summarize(applied: readonly AppliedSubmission[]): string {
  const lines = applied.map(({ path, outcome, failure }) => {
    const why = failure === null ? '' : `: ${quote(failure.message)}`;
    return `- ${outcome} ${quote(path)}${why}`;
  });
  return `### ${applied.length} submissions\n\n${lines.join('\n')}\n`;
}
