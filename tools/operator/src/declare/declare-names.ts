import type { Command } from 'commander';
import type { OperatorOptions, Run } from '../run.ts';

/** Declares the commands for names: transfer, reserve, unreserve. */
export function declareNames(program: Command, run: Run): void {
  program
    .command('transfer <name>')
    .description('let an extension be published from another repository; its owners stay')
    .requiredOption('--to <owner/name>', 'a public repository of GitHub')
    .requiredOption('--reason <text>', 'kept in the history of the index')
    .action(async (name: string, _options, command: Command) => {
      const { transfer } = await import('../commands/transfer.ts');
      const options = command.optsWithGlobals<OperatorOptions & { to: string; reason: string }>();
      await run(transfer, { ...options, name });
    });
  const reserving =
    (remove: boolean) => async (names: string[], _options: unknown, command: Command) => {
      const { reserve } = await import('../commands/reserve.ts');
      const options = command.optsWithGlobals<OperatorOptions & { reason?: string }>();
      await run(reserve, { ...options, remove, names });
    };
  program
    .command('reserve <name...>')
    .description('keep names from being published under')
    .option('--reason <text>', 'kept in the history of the index')
    .action(reserving(false));
  program
    .command('unreserve <name...>')
    .description('free names that were reserved')
    .requiredOption('--reason <text>', 'kept in the history of the index')
    .action(reserving(true));
}
