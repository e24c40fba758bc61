import { RegistryError } from '@orchestra/core';
import type { CommandContext } from './command.ts';

/**
 * Asks for consent on the terminal; `--yes` answers beforehand.
 *
 * @throws RegistryError `consent-required` where there is no terminal to ask on, `cancelled` for a no
 */
export async function askConsent(question: string, context: CommandContext): Promise<void> {
  if (context.yes) return;
  if (context.json || context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new RegistryError('consent-required', `${question} There is no terminal to ask on`, {
      hint: 'Read what it may do, then give your consent with --yes.',
    });
  }
  const { confirm } = await import('@clack/prompts');
  const answer = await confirm({
    message: question,
    initialValue: false,
    input: context.stdin,
    output: context.stderr,
  });
  if (answer !== true) {
    throw new RegistryError('cancelled', 'Nothing was changed', { hint: 'You said no.' });
  }
}
