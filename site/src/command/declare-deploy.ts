import { Command } from 'commander';
import { join } from 'node:path';

/** Options of `npm run site:deploy`. */
export interface DeployCommandOptions {
  /** Target: a folder, or `gs://BUCKET/PREFIX`. */
  to: string;
  /** Folder with a built site. */
  from: string;
  /** Removes files that the site no longer has. */
  delete?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * Declares `npm run site:deploy`.
 *
 * @param run.dataFolder folder in which `npm start` builds its site
 */
export function declareDeploy({
  run,
  dataFolder,
}: {
  run: (options: DeployCommandOptions) => Promise<void>;
  dataFolder: string;
}): Command {
  return new Command('npm run site:deploy --')
    .description('Put a built site where it is served from: what differs, and nothing else.')
    .requiredOption('--to <folder|gs://bucket>', 'where it is served from')
    .option('--from <folder>', 'the built site', join(dataFolder, 'site'))
    .option('--delete', 'remove what the site no longer has; else it is kept')
    .option('--dry-run', 'only say what would be done')
    .option('--json', 'print what was done as JSON')
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // the caller of `parse` reports the error
    .action(run);
}
