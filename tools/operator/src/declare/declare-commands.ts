import { Command } from 'commander';
import type { OperatorOptions, Run } from '../run.ts';
import { declareCuration } from './declare-curation.ts';
import { declareNames } from './declare-names.ts';
import { declareReviews } from './declare-reviews.ts';
import { declareUsers } from './declare-users.ts';
import { declareVersions } from './declare-versions.ts';

/**
 * Declares the operator's commands. The code of a command is imported only when it runs.
 *
 * @param run.dataFolder default for `--data`
 */
export function declareCommands({ run, dataFolder }: { run: Run; dataFolder: string }): Command {
  const program = new Command('npm run registry --')
    .description('Look after a registry on this machine, also while `npm start` serves it.')
    .option('--data <folder>', 'where the registry lives (ORCHESTRA_DATA)', dataFolder)
    .option('--repository <path|url>', 'where its index is kept instead, and pushed to')
    .option('--blobs <folder|gs://…>', 'where its blobs are kept instead (ORCHESTRA_BLOBS)')
    .option('--json', 'print the result as JSON')
    .option('--as <login>', 'act for this account')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => {} }); // the caller of `parse` reports the error
  declareVersions(program, run);
  declareCuration(program, run);
  declareReviews(program, run);
  declareNames(program, run);
  declareUsers(program, run);
  program
    .command('pending')
    .description(
      'what waits to be published, and why; pull requests too with ORCHESTRA_GITHUB_TOKEN',
    )
    .action(async (_options, command: Command) => {
      const { pending } = await import('../commands/pending.ts');
      await run(pending, command.optsWithGlobals<OperatorOptions>());
    });
  program
    .command('verify')
    .description('recompute every hash, and compare the entries with their packages')
    .action(async (_options, command: Command) => {
      const { verifyDigests } = await import('../commands/verify-digests.ts');
      await run(verifyDigests, command.optsWithGlobals<OperatorOptions>());
    });
  return program;
}
