import type { StoreChange } from './journal.ts';
import { forgetPrevious, trash } from './previous-ids.ts';
import type { StorePaths } from './store-paths.ts';

/** Plans the removal of an extension and its previous version. */
export async function planRemove(name: string, paths: StorePaths): Promise<StoreChange> {
  return {
    moves: [{ from: name, to: trash() }, ...(await forgetPrevious(name, paths))],
    state: [{ name, installed: null }],
  };
}
