import { openConsole, showProgress } from '@orchestra/terminal';
import { declareIngest, type RunIngest } from './declare-ingest.ts';
import { renderIngested } from './render-ingested.ts';

const { env, stderr } = process;
const console = openConsole(process, { script: 'npm run ingest' });

/** Exit codes: 0 done, 1 a log was refused or another expected failure, 2 a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  let complete = true;
  const run: RunIngest = async (logs, { prefix }) => {
    const { ingest } = await import('./ingest.ts');
    const progress = await showProgress(stderr);
    const results = await ingest(
      { logs, prefix },
      {
        cwd: process.cwd(),
        databaseUrl: env['DATABASE_URL'],
        onProgress: (text) => progress.update(text),
      },
    ).finally(() => progress.stop());
    console.show(results, renderIngested);
    complete = results.every(({ outcome }) => outcome !== 'refused');
  };
  const exitCode = await console.run(declareIngest({ run }));
  return complete ? exitCode : 1;
}
