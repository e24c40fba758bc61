import type { CommandContext } from '../command.ts';
import { applyStoreChange, type StoreChange } from '../store/journal.ts';
import { openLockedStore, openStore, type Store } from '../store/open-store.ts';
import type { Installed } from '../store/state.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** Updates pins of installed extensions: asking for `name@1.2.3` pins it, and asking for `name` unpins it. */
export async function updatePins(
  resolved: readonly ResolvedInstall[],
  context: CommandContext,
): Promise<void> {
  if (changesOf(resolved, await openStore(context)).length === 0) return;
  await using store = await openLockedStore(context);
  store.assertHeld();
  await applyStoreChange({ moves: [], state: changesOf(resolved, store) }, store.paths);
}

function changesOf(resolved: readonly ResolvedInstall[], { state }: Store): StoreChange['state'] {
  return resolved.flatMap((one) => {
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
