import { openConsole, plain, showProgress } from '@orchestra/terminal';
import { declareSite, type RunSite } from './declare-site.ts';
import { renderBuilt } from './render-built.ts';

const { env, stderr } = process;
const console = openConsole(process, { script: 'npm run site' });

const run: RunSite = async (options) => {
  const { buildFollowedSite } = await import('./build-followed-site.ts');
  const progress = await showProgress(stderr);
  progress.update('Building the site');
  const warn = (text: string) => void stderr.write(`${plain(text)}\n`);
  const built = await buildFollowedSite(options, { cwd: process.cwd(), fetch, warn }).finally(() =>
    progress.stop(),
  );
  console.show(built, renderBuilt);
};

/** Exit codes: 0 done, 1 an expected failure, 2 a bug. */
process.exitCode = await console.run(
  declareSite({ run, dataFolder: env['ORCHESTRA_DATA'] ?? '.local-registry' }),
);
