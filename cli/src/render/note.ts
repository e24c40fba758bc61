import { plain, styleFor } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Prints a note on standard error, about something that needs no action. */
export function note(text: string, context: CommandContext): void {
  context.stderr.write(`${styleFor(context.stderr, context).dim(plain(text))}\n`);
}
