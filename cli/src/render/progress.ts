import { type Progress, showProgress } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Shows what is being done, on standard error; nothing beside JSON, or where that is no terminal. */
export async function startProgress(context: CommandContext, text: string): Promise<Progress> {
  const progress = await showProgress(context.json ? null : context.stderr);
  progress.update(text);
  return progress;
}
