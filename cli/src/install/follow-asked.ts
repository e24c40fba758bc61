import type { CommandContext } from '../command.ts';
import { applyChange, type Change } from '../store/journal.ts';
import { openLockedStore, openStore, type Store } from '../store/open-store.ts';
import type { Installed } from '../store/state.ts';
import type { Wanted } from './wanted.ts';

/**
 * Notes for extensions that are installed already whether they now follow updates: asking for
 * `name@1.2.3` pins it, and asking for `name` lets it go on.
 */
export async function followAsked(
  wanted: readonly Wanted[],
  context: CommandContext,
): Promise<void> {
  if (changesOf(wanted, await openStore(context)).length === 0) return;
  await using store = await openLockedStore(context);
  store.assertHeld();
  await applyChange({ moves: [], state: changesOf(wanted, store) }, store.paths);
}

function changesOf(wanted: readonly Wanted[], { state }: Store): Change['state'] {
  return wanted.flatMap((one) => {
    const { [one.name]: installed } = state.extensions;
    if (installed === undefined || one.from.kind === 'file') return [];
    if (installed.sha256 !== one.sha256 || installed.registry !== one.from.registry) return [];
    if (installed.pinned === one.pinned && installed.range === one.range) return [];
    const { range: _before, ...rest } = installed;
    const asked = one.range === undefined ? {} : { range: one.range };
    const after: Installed = { ...rest, pinned: one.pinned, ...asked };
    return [{ name: one.name, installed: after }];
  });
}
