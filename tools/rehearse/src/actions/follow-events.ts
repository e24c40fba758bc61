import { parseWorkflow } from '@orchestra/testkit/workflows';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isTriggered } from './is-triggered.ts';
import { listPaths } from './list-paths.ts';
import { runWorkflow } from './run-workflow.ts';
import type { JobResult, Runner, Started } from './run.ts';

/**
 * Runs the workflows that a repository's events start, one after the other, until the signal is aborted.
 *
 * @throws Error where a job failed
 */
export async function followEvents(runner: Runner, signal: AbortSignal): Promise<void> {
  let seen = 0;
  while (!signal.aborted) {
    const next = runner.github.events[seen];
    if (next === undefined) {
      await setTimeout(50);
      continue;
    }
    seen += 1;
    if (next.repository === runner.repository)
      await startWorkflows({ ...next, inputs: {} }, runner);
  }
}

async function startWorkflows(started: Started, runner: Runner): Promise<void> {
  const paths = await listPaths(started, runner);
  for (const { name, text } of runner.workflows) {
    if (!isTriggered(parseWorkflow(name, text), { ...started, paths })) continue;
    await startWorkflow(name, { ...runner, started });
  }
}

/**
 * Runs a workflow as if a person had dispatched it.
 *
 * @throws Error where a job failed
 */
export async function startWorkflow(
  name: string,
  runner: Runner & { started: Started },
): Promise<Record<string, JobResult>> {
  const file = runner.workflows.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no workflow is called ${name}`);
  const artifacts = await mkdtemp(join(runner.folder, 'artifacts-'));
  const results = await runWorkflow(parseWorkflow(name, file.text), { ...runner, artifacts });
  const failed = Object.entries(results).find(([, { result }]) => result === 'failure');
  if (failed !== undefined) throw new Error(`${name}/${failed[0]} failed`);
  return results;
}
