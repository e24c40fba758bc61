import { Command } from 'commander';

/** Runs the command with its arguments and options. */
export type RunIngest = (logs: string[], options: { prefix: string }) => Promise<void>;

/** Declares `npm run ingest`. */
export function declareIngest({ run }: { run: RunIngest }): Command {
  return new Command('npm run ingest --')
    .description(
      'Count the downloads that usage logs of Cloud Storage tell of (DATABASE_URL), each log once. ' +
        'Versions that the index never had are told and not counted: run `npm run sync` before.',
    )
    .argument('<logs...>', 'CSV files, compressed ones too (.gz)')
    .option('--prefix <path>', 'what stands before packages/ in the names of objects', '')
    .option('--json', 'print what was counted as JSON')
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // the caller of `parse` reports the error
    .action(run);
}
