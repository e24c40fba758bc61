import { count, fitColumns, plain, styleFor } from '@orchestra/terminal';
import { askYes, canAsk } from '../ask.ts';
import type { CommandContext } from '../command.ts';
import { note } from '../render/note.ts';
import type { MissingExtension, NeededInstalls } from './find-needed.ts';
import { renderInstall } from './render-install.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/**
 * Shows the extensions that others name, each with its permissions, and asks whether to install them too.
 * Without a terminal they are named alone.
 *
 * @param how says how they are installed where nobody can be asked
 * @returns those to install
 */
export async function offerNeeded(
  { offered, missing }: NeededInstalls,
  { how, context }: { how: (names: string[]) => string; context: CommandContext },
): Promise<ResolvedInstall[]> {
  tellMissing(missing, context);
  if (offered.length === 0) return [];
  const names = offered.map(({ name, version }) => `${name} ${version}`).join(', ');
  if (context.yes || !canAsk(context)) {
    note(`It names ${names}: ${how(offered.map(({ name }) => name))}`, context);
    return [];
  }
  showNeeded(offered, context);
  const what = offered.length <= 3 ? names : count(offered.length, 'extension');
  return (await askYes(`Install ${what} too?`, context)) ? offered : [];
}

/** Shows the extensions that others name, each with its permissions. */
export function showNeeded(offered: readonly ResolvedInstall[], context: CommandContext): void {
  const { stderr } = context;
  if (context.json) return;
  const style = styleFor(stderr, context);
  stderr.write(`${style.bold('It names other extensions that are here:')}\n`);
  for (const one of offered) {
    stderr.write(`${fitColumns(renderInstall(one, { before: undefined, style }), stderr)}\n`);
  }
}

/** Says which of the named extensions can't be installed from here. */
export function tellMissing(missing: readonly MissingExtension[], context: CommandContext): void {
  for (const { id, why } of missing) note(`It names ${plain(id)}: ${why}`, context);
}
