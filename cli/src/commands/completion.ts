import { RegistryError } from '@orchestra/core';
import type { Command as Program } from 'commander';
import type { Command } from '../command.ts';
import { bash } from '../completion/bash.ts';
import { fish } from '../completion/fish.ts';
import { readGrammar } from '../completion/grammar.ts';
import { zsh } from '../completion/zsh.ts';

const shells = { bash, zsh, fish };

/** Prints a completion script, generated from the declared commands. */
export const completion: Command<{ shell: string; program: Program }, { script: string }> = {
  async run({ shell, program }) {
    const known = Object.entries(shells).find(([name]) => name === shell)?.[1];
    if (known !== undefined) return { script: known(readGrammar(program)) };
    throw new RegistryError('usage', `Expected bash, zsh or fish; found '${shell}'`, {
      hint: 'For example: orchestra ext completion bash >> ~/.bashrc',
    });
  },
  showsUpdates: true,
  text: ({ script }) => script.trimEnd(),
};
