import type { Step } from '@orchestra/testkit/workflows';
import { runProcess } from '@orchestra/testkit';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contexts, interpolate } from './evaluate.ts';
import { standIns } from './stand-ins.ts';
import type { Run } from './run.ts';

/** The surroundings of a step. */
export interface StepPlace {
  run: Run;
  /** `workflow/job`. */
  place: string;
  contexts: Contexts;
  /** Value of `RUNNER_TEMP`. */
  temporary: string;
}

/**
 * Runs a step: its script in a shell, or a stand-in for an action.
 *
 * @returns its outputs; null where it failed, which is reported
 */
export async function runStep(step: Step, by: StepPlace): Promise<Record<string, string> | null> {
  const { run, contexts } = by;
  const fill = (texts: Record<string, unknown> = {}) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, value]) => [key, interpolate(String(value), contexts)]),
    );
  if (step.run !== undefined) return runLine(step.run, { ...by, env: fill(step.env) });
  const uses = step.uses ?? '';
  const standIn = standIns[uses.split('@')[0] ?? ''];
  if (standIn === undefined) throw new Error(`nothing stands in for ${uses}`);
  return standIn(fill(step.with), run);
}

async function runLine(
  line: string,
  { run, place, temporary, env }: StepPlace & { env: Record<string, string> },
): Promise<Record<string, string> | null> {
  const folder = await mkdtemp(join(temporary, 'step-'));
  const files = {
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  };
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(run.started.payload));
  await Promise.all([writeFile(files.GITHUB_OUTPUT, ''), writeFile(files.GITHUB_STEP_SUMMARY, '')]);
  const began = performance.now();
  const ended = await runProcess(['bash', '-e', '-c', line], {
    cwd: run.root,
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: run.github.api,
      GITHUB_SERVER_URL: run.github.web,
      GITHUB_REPOSITORY: run.repository,
      GITHUB_EVENT_NAME: run.started.event,
      HOME: temporary,
      RUNNER_TEMP: temporary,
      ...files,
      ...run.machine,
      ...env,
    },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const outputs = parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'));
  const told = Object.entries(outputs).map(([name, value]) => `${name}=${value}`);
  run.tell(`${place.padEnd(20)} ${seconds.padStart(5)} s  ${told.join(' ')}`);
  if (ended.exitCode === 0) return outputs;
  run.tell(`${place} ended with ${ended.exitCode}\n${ended.stdout}${ended.stderr}`);
  return null;
}

function parseOutputs(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
