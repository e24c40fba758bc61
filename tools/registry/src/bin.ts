import { readGitHubHosts } from '@orchestra/github/hosts';
import { resolve } from 'node:path';
import { declareCommands } from './operator/declare-commands.ts';
import { openConsole } from './operator/open-console.ts';
import type { Run } from './operator/run.ts';
import { showProgress } from './operator/show-progress.ts';

const { env, stderr } = process;
const console = openConsole(process, { script: 'npm run registry' });

/** 0: done; 1: problems, or a failure that can be expected; 2: a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  let resultIsFailure = false;
  const run: Run = async (options, { run: runCommand, render, failed }) => {
    const blobs = options.blobs ?? (env['ORCHESTRA_BLOBS'] || undefined);
    const endpoint = env['ORCHESTRA_GCS_ENDPOINT'] || undefined;
    const progress = await showProgress(stderr);
    const result = await runCommand({
      data: resolve(options.data),
      ...(options.repository === undefined ? {} : { repository: options.repository }),
      ...(blobs === undefined ? {} : { blobs }),
      gcs: endpoint === undefined ? {} : { endpoint },
      github: {
        api: readGitHubHosts(env).api,
        token: env['ORCHESTRA_GITHUB_TOKEN'] || undefined,
        onProgress: (text) => progress.update(text),
      },
      databaseUrl: env['DATABASE_URL'],
      cwd: process.cwd(),
      as: options.as,
      now: () => new Date(),
      onProgress: (text) => progress.update(text),
    }).finally(() => progress.stop());
    console.show(result, render);
    resultIsFailure = failed?.(result) === true;
  };
  const dataFolder = env['ORCHESTRA_DATA'] ?? '.local-registry';
  const exitCode = await console.run(declareCommands({ run, dataFolder }));
  return resultIsFailure ? 1 : exitCode;
}
