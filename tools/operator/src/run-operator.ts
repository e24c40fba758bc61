import { readGitHubHosts } from '@orchestra/github/hosts';
import { type ConsoleProcess, openConsole, showProgress } from '@orchestra/terminal';
import { resolve } from 'node:path';
import { declareCommands } from './declare/declare-commands.ts';
import type { Run } from './run.ts';

/** What the operator's commands use of a process. */
export type OperatorProcess = ConsoleProcess & Pick<NodeJS.Process, 'cwd'>;

/**
 * Runs the operator's command that the arguments name.
 *
 * @returns the exit code: 0 done, 1 problems or an expected failure, 2 a bug
 */
export async function runOperator(real: OperatorProcess): Promise<number> {
  const { env, stderr } = real;
  const console = openConsole(real, { script: 'npm run registry' });
  let ended: 0 | 1 = 0;
  const run: Run = async (command, options) => {
    const blobs = options.blobs ?? (env['ORCHESTRA_BLOBS'] || undefined);
    const endpoint = env['ORCHESTRA_GCS_ENDPOINT'] || undefined;
    const progress = await showProgress(stderr);
    const context = {
      data: resolve(options.data),
      ...(options.repository === undefined ? {} : { repository: options.repository }),
      ...(blobs === undefined ? {} : { blobs }),
      gcs: endpoint === undefined ? {} : { endpoint },
      github: {
        api: readGitHubHosts(env).api,
        token: env['ORCHESTRA_GITHUB_TOKEN'] || undefined,
        onProgress: (text: string) => progress.update(text),
      },
      databaseUrl: env['DATABASE_URL'],
      cwd: real.cwd(),
      as: options.as,
      now: () => new Date(),
      onProgress: (text: string) => progress.update(text),
    };
    const result = await command.run(options, context).finally(() => progress.stop());
    console.show(result, (value, style) => command.text(value, style));
    ended = command.exitCode?.(result) ?? 0;
  };
  const dataFolder = env['ORCHESTRA_DATA'] ?? '.local-registry';
  return (await console.run(declareCommands({ run, dataFolder }))) || ended;
}
