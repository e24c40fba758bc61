import type { Command as Program, Option } from 'commander';
import { commandExamples } from './command-examples.ts';

/** An option as the reference shows it. */
export interface OptionReference {
  /** `-y, --yes` */
  flags: string;
  description: string;
  /** Null where there is none. */
  default: string | null;
}

/** A command as the reference shows it. */
export interface CommandReference {
  name: string;
  /** `orchestra ext install [options] <what...>` */
  usage: string;
  description: string;
  options: OptionReference[];
  /** Whole command lines. */
  examples: string[];
}

/** Everything that can be typed, for the reference on the site. */
export interface ProgramReference {
  /** What may stand beside any command. */
  options: OptionReference[];
  commands: CommandReference[];
}

/** Describes a program by its declarations; what is hidden is left out. */
export function describeProgram(root: Program): ProgramReference {
  const ext = root.commands.find((command) => command.name() === 'ext');
  return {
    options: root.options.map(describeOption),
    commands: (ext?.commands ?? []).map((command) => ({
      name: command.name(),
      usage: `orchestra ext ${command.name()} ${command.usage()}`,
      description: command.description(),
      options: command.options.map(describeOption),
      examples: (commandExamples[command.name()] ?? []).map((typed) => `orchestra ext ${typed}`),
    })),
  };
}

function describeOption({ flags, description, defaultValue, negate }: Option): OptionReference {
  const isSaid = typeof defaultValue === 'string' && !negate;
  return { flags, description, default: isSaid ? defaultValue : null };
}
