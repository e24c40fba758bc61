import type { Workflow } from '@orchestra/testkit/workflows';
import { runJob } from './run-job.ts';
import type { JobResult, Run } from './run.ts';

/** Runs the jobs of a workflow, each after the jobs that it needs. */
export async function runWorkflow(
  workflow: Workflow,
  run: Run,
): Promise<Record<string, JobResult>> {
  const started = new Map<string, Promise<JobResult>>();
  const start = (id: string): Promise<JobResult> => {
    const before = started.get(id);
    if (before !== undefined) return before;
    const ended = startJob(id);
    started.set(id, ended);
    return ended;
  };
  const startJob = async (id: string): Promise<JobResult> => {
    const job = workflow.jobs[id];
    if (job === undefined) throw new Error(`${workflow.name} has no job ${id}`);
    const needs = job.needs === undefined ? {} : { [job.needs]: await start(job.needs) };
    return runJob(job, { run, place: `${workflow.name}/${id}`, needs });
  };
  const ids = Object.keys(workflow.jobs);
  const results = await Promise.all(ids.map(async (id) => [id, await start(id)] as const));
  return Object.fromEntries(results);
}
