import { RegistryError } from '@orchestra/core';
import type { CommandContext } from './command.ts';

/**
 * Asks for consent on the terminal; `--yes` answers beforehand.
 *
 * @param options.hint what to do where there is no terminal
 * @throws RegistryError `consent-required` where there is no terminal to ask on, `cancelled` for a no
 */
export async function askConsent(
  question: string,
  context: CommandContext,
  { hint = 'Read what it may do, then give your consent with --yes.' } = {},
): Promise<void> {
  if (context.yes) return;
  if (!canAsk(context)) {
    throw new RegistryError('consent-required', `${question} There is no terminal to ask on`, {
      hint,
    });
  }
  if (!(await askYes(question, context))) {
    throw new RegistryError('cancelled', 'Nothing was changed', { hint: 'You said no.' });
  }
}

/** True where there is a terminal to ask on. */
export function canAsk({ json, stdin, stderr }: CommandContext): boolean {
  return !json && stdin.isTTY === true && stderr.isTTY === true;
}

/** Asks a question on the terminal; false for a no, and where it is cancelled. */
export async function askYes(
  question: string,
  { stdin, stderr }: CommandContext,
  options: { initially?: boolean } = {},
): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  const initialValue = options.initially === true;
  const answer = await confirm({ message: question, initialValue, input: stdin, output: stderr });
  return answer === true;
}
