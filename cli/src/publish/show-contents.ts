import { fitColumns, styleFor } from '@orchestra/terminal';
import { listContents } from '../project/list-contents.ts';
import type { ValidExtension } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { renderContents } from '../render/render-contents.ts';

/** Shows people on standard error what is about to leave: its files, and which places need what. */
export function showContents(extension: ValidExtension, context: CommandContext): void {
  if (context.json) return;
  const contents = { ...listContents(extension), size: null };
  const { stderr } = context;
  const text = renderContents(contents, styleFor(stderr, context));
  stderr.write(`${fitColumns(text, stderr)}\n\n`);
}
