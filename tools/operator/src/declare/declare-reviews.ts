import { RegistryError } from '@orchestra/core';
import type { Command } from 'commander';
import type { OperatorOptions, Run } from '../run.ts';

type ClearFlags = OperatorOptions & {
  name?: string;
  version?: string;
  reason?: string;
  undo: boolean;
  decline: boolean;
};

/** Declares the command for packages that a person has to look at: clear. */
export function declareReviews(program: Command, run: Run): void {
  program
    .command('clear [package]')
    .description(
      'list packages whose code nobody can tell by reading it; show, clear or decline one',
    )
    .option('--reason <text>', 'clears it; kept in the history of the index')
    .option('--decline', 'decline it instead: its author is told the reason', false)
    .option('--undo', 'clear it no longer', false)
    .option('--name <name>', 'of a package that is not in the queue')
    .option('--version <version>', 'of a package that is not in the queue')
    .action(async (what: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<ClearFlags>();
      const { reason } = options;
      requireMeaning(what, options);
      if (what === undefined) {
        const { clearList } = await import('../commands/clear-list.ts');
        return run(clearList, options);
      }
      if (reason === undefined) {
        const { clearShow } = await import('../commands/clear-show.ts');
        return run(clearShow, { ...options, what });
      }
      if (options.decline) {
        const { clearDecline } = await import('../commands/clear-decline.ts');
        return run(clearDecline, { ...options, what, reason });
      }
      const { clear } = await import('../commands/clear.ts');
      return run(clear, { ...options, what, reason });
    });
}

function requireMeaning(what: string | undefined, options: ClearFlags): void {
  const { reason, decline, undo, name, version } = options;
  const acts = decline || undo;
  if (decline && undo) throw usage('--decline and --undo exclude each other', 'Leave one out.');
  if (acts && reason === undefined) throw usage('No reason was given', 'Say why: --reason TEXT');
  const isAbout = acts || reason !== undefined || name !== undefined || version !== undefined;
  if (what === undefined && isAbout) {
    throw usage('No package was named', 'Name it by NAME@VERSION or its SHA-256.');
  }
  if ((name === undefined) !== (version === undefined)) {
    throw usage('--name and --version go together', 'Give both, or neither for one in the queue.');
  }
}

function usage(message: string, hint: string): RegistryError {
  return new RegistryError('usage', message, { hint });
}
