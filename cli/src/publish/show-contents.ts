import { fitColumns, styleFor } from '@orchestra/terminal';
import { listContents } from '../project/list-contents.ts';
import type { ValidExtension } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { renderContents } from '../render/render-contents.ts';

/** Shows on standard error what is about to be published: its files, and the places that need permissions. */
export function showContents(extension: ValidExtension, context: CommandContext): void {
  if (context.json) return;
  const contents = { ...listContents(extension), size: null };
  const { stderr } = context;
  const text = renderContents(contents, styleFor(stderr, context));
  stderr.write(`${fitColumns(text, stderr)}\n\n`);
}
