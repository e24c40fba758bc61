import { openConsole, showProgress, stopSignal } from '@orchestra/terminal';
import { declareSync, type RunSync } from './command/declare-sync.ts';
import { renderMirrored } from './command/render-mirrored.ts';

const { env, stderr } = process;
const console = openConsole(process, { script: 'npm run sync' });

/** Exit codes: 0 done, 1 something couldn't be mirrored or another expected failure, 2 a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  let complete = true;
  const endpoint = env['ORCHESTRA_GCS_ENDPOINT'] || undefined;
  const run: RunSync = async (options) => {
    const { sync } = await import('./command/sync.ts');
    const progress = await showProgress(stderr);
    complete = await sync(options, {
      cwd: process.cwd(),
      databaseUrl: env['DATABASE_URL'],
      fetch,
      gcs: endpoint === undefined ? {} : { endpoint },
      signal: options.watch === true ? stopSignal(process) : new AbortController().signal,
      show: (result) => {
        progress.stop();
        console.show(result, renderMirrored);
      },
      showError: (error) => {
        progress.stop();
        console.showError(error);
      },
      onProgress: (text) => progress.update(text),
    }).finally(() => progress.stop());
  };
  const dataFolder = env['ORCHESTRA_DATA'] ?? '.local-registry';
  const blobs = env['ORCHESTRA_BLOBS'] || undefined;
  const exitCode = await console.run(declareSync({ run, dataFolder, blobs }));
  return complete ? exitCode : 1;
}
