import { type ProcessResult, runProcess } from '@orchestra/testkit';
import { bundleProgram } from '@orchestra/testkit/bundle';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { World } from './start-world.ts';

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));

/** How a job ended, and what it told Actions. */
export interface EndedJob extends ProcessResult {
  outputs: Record<string, string | undefined>;
  summary: string;
}

/**
 * Runs a job as a process of its own, as Actions does.
 *
 * @param options.isBundled starts a bundle, where the start of it isn't what is tried
 * @param options.signal SIGKILL ends it once this is aborted
 */
export async function runJob(
  { github, folder }: World,
  job: string,
  {
    env,
    isBundled = false,
    signal,
  }: { env: Record<string, string>; isBundled?: boolean; signal?: AbortSignal },
): Promise<EndedJob> {
  const files = {
    GITHUB_OUTPUT: folder.join('output'),
    GITHUB_STEP_SUMMARY: folder.join('summary'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  const program = isBundled ? await bundleProgram(bin) : bin;
  const ended = await runProcess([process.execPath, program, job], {
    ...(signal === undefined ? {} : { signal }),
    env: {
      ...files,
      GITHUB_REPOSITORY: 'harbor/registry',
      GITHUB_API_URL: github.api,
      GITHUB_SERVER_URL: github.web,
      GITHUB_EVENT_PATH: folder.join('event.json'),
      RUNNER_TEMP: folder.path,
      ...env,
    },
  });
  const lines = (await readFile(files.GITHUB_OUTPUT, 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const outputs = Object.fromEntries(lines.map((line) => line.split('=')));
  const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
  return { ...ended, outputs, summary };
}

/** A token of the registry's repository, as the workflows have them. */
export function tokenOf(
  { github }: World,
  kind: 'actions' | 'installation',
  permissions?: Record<string, 'read' | 'write'>,
): string {
  const repositories = ['harbor/registry'];
  return github.addToken('harbor', {
    kind,
    repositories,
    ...(permissions === undefined ? {} : { permissions }),
  });
}
