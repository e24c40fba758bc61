import { type Progress, showProgress } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Shows progress on standard error; nothing with `--json`, or where that isn't a terminal. */
export async function startProgress(context: CommandContext, text: string): Promise<Progress> {
  const progress = await showProgress(context.json ? null : context.stderr);
  progress.update(text);
  return progress;
}
