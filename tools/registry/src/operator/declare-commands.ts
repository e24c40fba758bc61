import { Command } from 'commander';
import { declareCuration } from './declare-curation.ts';
import { declareUsers } from './declare-users.ts';
import { declareVersions } from './declare-versions.ts';
import type { GlobalOptions, Run } from './run.ts';

/**
 * Declares the operator's commands. What a command does is imported when it runs.
 *
 * @param run.dataFolder where the registry is, unless `--data` says otherwise
 */
export function declareCommands({ run, dataFolder }: { run: Run; dataFolder: string }): Command {
  const program = new Command('npm run registry --')
    .description('Look after a registry on this machine, also while `npm start` serves it.')
    .option('--data <folder>', 'where the registry lives (ORCHESTRA_DATA)', dataFolder)
    .option('--json', 'print the result as JSON')
    .option('--as <login>', 'act for this account')
    .exitOverride()
    .configureOutput({ outputError: () => {} }); // whoever parses tells the error
  declareVersions(program, run);
  declareCuration(program, run);
  declareUsers(program, run);
  program
    .command('verify')
    .description('recompute every hash, and compare the entries with their packages')
    .action(async (_options, command: Command) => {
      const { verify } = await import('./verify.ts');
      const { renderVerification } = await import('./render/render-verification.ts');
      await run(command.optsWithGlobals<GlobalOptions>(), {
        run: (context) => verify({}, context),
        render: renderVerification,
        failed: ({ findings }) => findings.some(({ severity }) => severity === 'error'),
      });
    });
  return program;
}
