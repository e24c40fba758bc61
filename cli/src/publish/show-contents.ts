import { fitColumns, styleFor } from '@orchestra/terminal';
import { listContents } from '../author/list-contents.ts';
import type { Sound } from '../author/read-own.ts';
import type { CommandContext } from '../command.ts';
import { renderContents } from '../render/render-contents.ts';

/** Shows people on standard error what is about to leave: its files, and which places need what. */
export function showContents(own: Sound, context: CommandContext): void {
  if (context.json) return;
  const contents = { ...listContents(own), size: null };
  const { stderr } = context;
  const text = renderContents(contents, styleFor(stderr, context));
  stderr.write(`${fitColumns(text, stderr)}\n\n`);
}
