import { openConsole, showProgress } from '@orchestra/terminal';
import { resolve } from 'node:path';
import type { DeployReport } from '../publish/deploy-site.ts';
import { declareDeploy, type DeployCommandOptions } from './declare-deploy.ts';
import { renderDeploy } from './render-deploy.ts';

const { env, stderr } = process;
const console = openConsole(process, { script: 'npm run site:deploy' });

async function run({ to, from, dryRun = false, ...options }: DeployCommandOptions): Promise<void> {
  const { deploySite } = await import('../publish/deploy-site.ts');
  const { openSiteTarget } = await import('../publish/open-site-target.ts');
  const cwd = process.cwd();
  const endpoint = env['ORCHESTRA_GCS_ENDPOINT'] || undefined;
  const target = await openSiteTarget(to, {
    cwd,
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  const progress = await showProgress(stderr);
  progress.update('Comparing');
  const report = await deploySite({
    from: resolve(cwd, from),
    target,
    removeOld: options.delete === true,
    dryRun,
    onWritten: ({ done, of }) => progress.update(`Writing ${done} of ${of} files`),
  }).finally(() => progress.stop());
  console.show<DeployReport>(report, (done) => renderDeploy(done, { to, dryRun }));
}

/** Exit codes: 0 done, 1 an expected failure, 2 a bug. */
process.exitCode = await console.run(
  declareDeploy({ run, dataFolder: env['ORCHESTRA_DATA'] ?? '.local-registry' }),
);
