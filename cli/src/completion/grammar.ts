import type { Command as Program } from 'commander';

/** A subcommand with the words that completion offers. */
export interface Subcommand {
  name: string;
  description: string;
  /** Long flags, such as `--json`. */
  flags: { flag: string; description: string }[];
  /** True where the arguments are names of installed extensions. */
  takesInstalled: boolean;
}

const takingInstalled = new Set(['update', 'rollback', 'uninstall', 'review']);

/** Reads the subcommands and flags of `orchestra ext` from its declaration. */
export function readGrammar(ext: Program): Subcommand[] {
  const global = flagsOf(ext.parent);
  return ext.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    flags: [...flagsOf(command), ...global],
    takesInstalled: takingInstalled.has(command.name()),
  }));
}

function flagsOf(command: Program | null) {
  return (command?.options ?? []).flatMap(({ long, description }) =>
    long === undefined || long === null ? [] : [{ flag: long, description }],
  );
}
