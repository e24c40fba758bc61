import { Command } from 'commander';
import { join } from 'node:path';
import type { SiteCommandOptions } from './build-followed-site.ts';

/** Runs the command with its options. */
export type RunSite = (options: SiteCommandOptions & { json?: boolean }) => Promise<void>;

/**
 * Declares `npm run site`.
 *
 * @param run.dataFolder default folder for copies and rendered texts
 */
export function declareSite({ run, dataFolder }: { run: RunSite; dataFolder: string }): Command {
  return new Command('npm run site --')
    .description('Build the website of a registry that is kept in a repository.')
    .requiredOption('--repository <path|url>', 'the repository; documents are read over HTTP')
    .requiredOption('--out <folder>', 'where the site is put, in place of what is there')
    .option(
      '--cache <folder>',
      'where a repository at a URL is copied to',
      join(dataFolder, 'followed'),
    )
    .option('--work <folder>', 'what the next build can use', join(dataFolder, 'site-work'))
    .option('--everything', 'make every page again, so that figures are those of today')
    .option('--json', 'print what was built as JSON')
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // the caller of `parse` reports the error
    .action(run);
}
