import { inParallel } from '@orchestra/core';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { startProgress } from '../render/progress.ts';
import { applyStoreChange, type StoreChange } from '../store/journal.ts';
import { openLockedStore } from '../store/open-store.ts';
import { planReplace, type Staged } from '../store/plan-replace.ts';
import { pruneRecords } from '../store/prune-records.ts';
import { readState } from '../store/state.ts';
import { storePaths } from '../store/store-paths.ts';
import { stagePackage } from './stage-package.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** Number of packages that are downloaded and unpacked at once. */
const atOnce = 8;

/**
 * Installs the versions that were agreed to, all or none: everything is staged first, then moved into place
 * in one change under the lock.
 *
 * @throws RegistryError whatever {@link stagePackage} throws, `busy`, `state-corrupted`
 */
export async function installResolved(
  resolved: readonly ResolvedInstall[],
  context: CommandContext,
): Promise<void> {
  const paths = storePaths(context.home);
  using progress = await startProgress(context, `Downloading ${resolved.length}`);
  const staged: Staged[] = [];
  try {
    await inParallel(resolved, {
      atOnce,
      async run(one) {
        staged.push(await stagePackage(one, { paths, context }));
        progress.update(`Downloaded ${staged.length} of ${resolved.length}`);
      },
    });
    await putInPlace(staged, context);
  } finally {
    const left = staged.map(({ folder }) => join(paths.staging, folder));
    await Promise.all(left.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

async function putInPlace(staged: readonly Staged[], context: CommandContext): Promise<void> {
  await using store = await openLockedStore(context);
  const change: StoreChange = { moves: [], state: [] };
  for (const one of staged) {
    // another process may have installed the same package meanwhile
    if (store.state.extensions[one.name]?.sha256 === one.installed.sha256) continue;
    const { moves, state } = await planReplace(one, store);
    change.moves.push(...moves);
    change.state.push(...state);
  }
  store.assertHeld();
  await applyStoreChange(change, store.paths);
  const after = { ...store, state: await readState(store.paths) };
  const replaced = staged.filter(({ name }) => Object.hasOwn(store.state.extensions, name));
  for (const { name } of replaced) await pruneRecords(name, after);
}
