import { plain, styleFor } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Says something on standard error that is good to know and nothing to do about. */
export function note(text: string, context: CommandContext): void {
  context.stderr.write(`${styleFor(context.stderr, context).dim(plain(text))}\n`);
}
