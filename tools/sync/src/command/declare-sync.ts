import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import type { SyncCommandOptions } from './sync.ts';

/** Runs the command with its options. */
export type RunSync = (options: SyncCommandOptions & { json?: boolean }) => Promise<void>;

/**
 * Declares `npm run sync`.
 *
 * @param of.dataFolder default for `--data`
 * @param of.blobs default for `--blobs`; undefined means inside the data folder
 */
export function declareSync({
  run,
  dataFolder,
  blobs,
}: {
  run: RunSync;
  dataFolder: string;
  blobs: string | undefined;
}): Command {
  return new Command('npm run sync --')
    .description('Mirror an index and its documents into PostgreSQL (DATABASE_URL).')
    .option('--data <folder>', 'where the registry lives (ORCHESTRA_DATA)', dataFolder)
    .option('--blobs <folder|gs://…>', 'where its blobs are kept instead (ORCHESTRA_BLOBS)', blobs)
    .option('--repository <path|url>', 'a repository instead; its documents are read over HTTP')
    .option(
      '--cache <folder>',
      'where a repository at a URL is copied to',
      join(dataFolder, 'followed'),
    )
    .option('--watch', 'follow the index until Ctrl-C')
    .option('--every <seconds>', 'how often --watch looks', seconds, 30)
    .option('--rebuild', 'mirror everything again; reviews and installs stay')
    .option('--accept-rewrite', 'follow a history that was rewritten')
    .option('--accept-removals', 'remove more than 5 % of the extensions at once')
    .option('--json', 'print what was mirrored as JSON')
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // the caller of `parse` reports the error
    .action(run);
}

function seconds(written: string): number {
  const value = Number(written);
  if (value >= 0.1 && value <= 86_400) return value;
  throw new InvalidArgumentError('Expected a number of seconds.');
}
