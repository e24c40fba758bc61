import type { OptionReference, ProgramReference } from '@orchestra/core';
import type { Command as Program, Option } from 'commander';
import { commandExamples } from './command-examples.ts';

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
