import { type Job, parseWorkflow } from '@orchestra/testkit/workflows';
import { mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Contexts, evaluateIf, interpolate } from './evaluate.ts';
import { runStep } from './run-step.ts';
import { runWorkflow } from './run-workflow.ts';
import type { JobResult, Run } from './run.ts';

/** The surroundings of a job. */
export interface JobPlace {
  run: Run;
  /** `workflow/job`. */
  place: string;
  needs: Record<string, JobResult>;
}

/** Runs the steps of a job, or the workflow that it calls. */
export async function runJob(job: Job, { run, place, needs }: JobPlace): Promise<JobResult> {
  const environment = run.environments[job.environment ?? ''] ?? { vars: {}, secrets: {} };
  const temporary = await mkdtemp(join(run.folder, 'job-'));
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const contexts: Contexts = {
    needs,
    steps,
    inputs: run.started.inputs,
    vars: { ...run.values.vars, ...environment.vars },
    secrets: { ...run.values.secrets, ...environment.secrets },
    runner: { temp: temporary },
    github: {
      event_name: run.started.event,
      event: run.started.payload,
      repository: run.repository,
      run_id: basename(run.artifacts),
      run_attempt: 1,
      server_url: run.github.web,
      token: tokenOf(job, run),
    },
  };
  const before = Object.values(needs).map(({ result }) => result);
  if (!evaluateIf(job.if, { contexts, before })) return { result: 'skipped', outputs: {} };
  if (job.uses !== undefined) return callWorkflow(job.uses, run);
  for (const step of job.steps ?? []) {
    if (!evaluateIf(step.if, { contexts, before: [] })) continue;
    const outputs = await runStep(step, { run, place, contexts, temporary });
    if (outputs === null) return { result: 'failure', outputs: {} };
    if (step.id !== undefined) steps[step.id] = { outputs };
  }
  const told = Object.entries(job.outputs ?? {});
  const outputs = Object.fromEntries(
    told.map(([name, text]) => [name, interpolate(text, contexts)]),
  );
  return { result: 'success', outputs };
}

/** Makes a `GITHUB_TOKEN` with exactly the permissions of the job. */
function tokenOf({ permissions = {} }: Job, { github, repository }: Run): string {
  const granted = Object.entries(permissions).flatMap(([name, level]) =>
    level === 'none' || name === 'id-token' ? [] : [[name.replaceAll('-', '_'), level] as const],
  );
  const [owner = ''] = repository.split('/');
  return github.addToken(owner, {
    kind: 'actions',
    repositories: [repository],
    permissions: { metadata: 'read', ...Object.fromEntries(granted) },
  });
}

async function callWorkflow(uses: string, run: Run): Promise<JobResult> {
  const name = basename(uses, '.yml');
  const file = run.workflows.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no workflow is called ${uses}`);
  const results = await runWorkflow(parseWorkflow(name, file.text), run);
  const failed = Object.values(results).some(({ result }) => result === 'failure');
  return { result: failed ? 'failure' : 'success', outputs: {} };
}
