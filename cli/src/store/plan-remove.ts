import type { StoreChange } from './journal.ts';
import { forgetPrevious, trash } from './previous-ids.ts';
import type { StorePaths } from './store-paths.ts';

/** Plans how an extension goes, with the version before. */
export async function planRemove(name: string, paths: StorePaths): Promise<StoreChange> {
  return {
    moves: [{ from: name, to: trash() }, ...(await forgetPrevious(name, paths))],
    state: [{ name, installed: null }],
  };
}
