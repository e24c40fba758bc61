import type { Command } from 'commander';
import type { OperatorOptions, Run } from '../run.ts';

/** Declares the commands for curation: feature, badge, owner. */
export function declareCuration(program: Command, run: Run): void {
  program
    .command('feature <name...>')
    .description('show extensions first')
    .option('--remove', 'feature them no longer', false)
    .option('--reason <text>', 'kept in the history of the index')
    .action(async (names: string[], _options, command: Command) => {
      const { feature } = await import('../commands/feature.ts');
      const options = command.optsWithGlobals<
        OperatorOptions & { remove: boolean; reason?: string }
      >();
      await run(feature, { ...options, names });
    });
  program
    .command('badge <login>')
    .description('give an account the verified mark, once its claim was checked')
    .option('--remove', 'take it away', false)
    .option('--reason <text>', 'kept in the history of the index')
    .action(async (login: string, _options, command: Command) => {
      const { badge } = await import('../commands/badge.ts');
      const options = command.optsWithGlobals<
        OperatorOptions & { remove: boolean; reason?: string }
      >();
      await run(badge, { ...options, login });
    });
  const owners = program.command('owner').description('change who may publish an extension');
  for (const action of ['add', 'remove'] as const) {
    owners
      .command(`${action} <name> <login>`)
      .description(action === 'add' ? 'add an owner' : 'take an owner away, but never the last one')
      .option('--reason <text>', 'kept in the history of the index')
      .action(async (name: string, login: string, _options, command: Command) => {
        const { owner } = await import('../commands/owner.ts');
        const options = command.optsWithGlobals<OperatorOptions & { reason?: string }>();
        await run(owner, { ...options, action, name, login });
      });
  }
}
