import { RegistryError, showable } from '@orchestra/core';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from './jobs/job.ts';
import { readSettings } from './jobs/read-settings.ts';
import { writeOutputs } from './jobs/write-outputs.ts';

/** The jobs, each of which is imported where it runs. */
const jobs = new Map<string, () => Promise<Job>>([
  ['validate', async () => (await import('./jobs/validate-job.ts')).validateJob],
  ['report', async () => (await import('./jobs/report-job.ts')).reportJob],
  ['publish-plan', async () => (await import('./jobs/publish-plan-job.ts')).publishPlanJob],
  ['publish-apply', async () => (await import('./jobs/publish-apply-job.ts')).publishApplyJob],
]);

const { env, argv, stdout, stderr } = process;

/** Exit codes: 0 done, 1 an expected failure, 2 a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const [name = ''] = argv.slice(2);
    const importJob = jobs.get(name);
    if (importJob === undefined) {
      throw new RegistryError('usage', `No job is called '${name}'`, {
        hint: `npm run action -- ${[...jobs.keys()].join('|')}`,
      });
    }
    const temporary = env['RUNNER_TEMP'] ?? (await mkdtemp(join(tmpdir(), 'orchestra-action-')));
    const settings = readSettings(env, { temporary });
    const job = await importJob();
    const result = await job(settings, { fetch, now: () => new Date(), log });
    await writeOutputs(result, settings);
    log(
      Object.entries(result.outputs)
        .map(([key, value]) => `${key}=${value}`)
        .join(' '),
    );
    return result.exitCode;
  } catch (error) {
    stderr.write(`${plain(describe(error))}\n`);
    return error instanceof RegistryError ? 1 : 2;
  }
}

function log(text: string): void {
  stdout.write(`${plain(text)}\n`);
}

/**
 * Makes a text safe for the log: one line that the runner doesn't take for a workflow command.
 *
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function plain(text: string): string {
  return showable(text).replaceAll(/\s+/g, ' ').replaceAll('::', ': :').replaceAll('##[', '# #[');
}

function describe(error: unknown): string {
  if (!(error instanceof RegistryError)) {
    return `bug ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  return `error ${error.code}: ${error.message}${error.hint === undefined ? '' : ` — ${error.hint}`}`;
}
