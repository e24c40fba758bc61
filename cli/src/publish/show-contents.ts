import { listContents } from '../author/list-contents.ts';
import type { Sound } from '../author/read-own.ts';
import type { CommandContext } from '../command.ts';
import { renderContents } from '../render/render-contents.ts';
import { styleFor } from '../render/style.ts';

/** Shows people on standard error what is about to leave: its files, and which places need what. */
export function showContents(own: Sound, context: CommandContext): void {
  if (context.json) return;
  const contents = { ...listContents(own), size: null };
  context.stderr.write(`${renderContents(contents, styleFor(context.stderr, context))}\n\n`);
}
