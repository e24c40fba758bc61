import { RegistryError } from '@orchestra/core';
import { plain } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Asks questions on a terminal, one after the other. */
export interface Questions {
  /** @param question.trouble returns what is wrong with an answer; undefined for a valid one */
  text(question: {
    message: string;
    proposed: string;
    trouble: (text: string) => string | undefined;
  }): Promise<string>;
  choose<T extends string>(question: {
    message: string;
    proposed: T;
    /** The choices, each with an optional hint. */
    from: readonly { value: T; hint?: string }[];
  }): Promise<T>;
}

/**
 * Opens the terminal for questions.
 *
 * @throws RegistryError `consent-required` where there is none; the questions throw `cancelled` where the
 *   person leaves
 */
export async function openQuestions(context: CommandContext): Promise<Questions> {
  if (context.json || context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new RegistryError('consent-required', 'There is no terminal to ask on', {
      hint: 'Say --yes for sensible answers, and by options what should differ.',
    });
  }
  const { select, text } = await import('@clack/prompts');
  const streams = { input: context.stdin, output: context.stderr };
  return {
    async text({ message, proposed, trouble }) {
      const validate = (written: string | undefined) => trouble(written ?? '');
      const answer = await text({ message, initialValue: proposed, validate, ...streams });
      if (typeof answer === 'symbol') throw left();
      return plain(answer);
    },
    async choose({ message, proposed, from }) {
      const options = from.map(({ value, hint = '' }) => ({ value: String(value), hint }));
      const answer = await select({ message, initialValue: proposed, options, ...streams });
      const chosen = from.find(({ value }) => value === answer);
      if (chosen === undefined) throw left();
      return chosen.value;
    },
  };
}

function left(): RegistryError {
  return new RegistryError('cancelled', 'Nothing was made', { hint: 'You left.' });
}
