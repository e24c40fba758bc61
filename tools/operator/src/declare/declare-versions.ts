import type { Command } from 'commander';
import type { SetStatusOptions } from '../commands/set-status.ts';
import type { OperatorOptions, Run } from '../run.ts';

/** Declares the commands for versions: publish, yank, unyank, quarantine. */
export function declareVersions(program: Command, run: Run): void {
  program
    .command('publish <file>')
    .description('publish a package for the account given by --as')
    .option('--pre-release', 'needed for a pre-release version', false)
    .option('--reviewed', 'you looked at what nobody can tell by reading the code', false)
    .option('--dry-run', 'check and plan; store nothing', false)
    .action(async (file: string, _options, command: Command) => {
      const { publishFile } = await import('../commands/publish-file.ts');
      const options = command.optsWithGlobals<
        OperatorOptions & { preRelease: boolean; reviewed: boolean; dryRun: boolean }
      >();
      await run(publishFile, { ...options, file });
    });
  const changing =
    (action: SetStatusOptions['action']) =>
    async (name: string, version: string, _options: unknown, command: Command) => {
      const { setStatus } = await import('../commands/set-status.ts');
      const options = command.optsWithGlobals<OperatorOptions & { reason?: string }>();
      await run(setStatus, { ...options, action, name, version });
    };
  program
    .command('yank <name> <version>')
    .description('hide a version from new installs')
    .option('--reason <text>', 'shown to whoever has the version')
    .action(changing('yank'));
  program
    .command('unyank <name> <version>')
    .description('put a yanked or quarantined version back')
    .action(changing('unyank'));
  program
    .command('quarantine <name> <version>')
    .description('keep a version from being installed by anyone')
    .requiredOption('--reason <text>', 'shown to whoever has the version or asks for it')
    .action(changing('quarantine'));
}
