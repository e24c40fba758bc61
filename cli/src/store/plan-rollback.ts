import type { StoreChange } from './journal.ts';
import type { Installed } from './state.ts';
import { versionId } from './store-paths.ts';

/** Plans the swap of the current and the previous version. */
export function planRollback(of: {
  name: string;
  current: Installed;
  previous: Installed;
}): StoreChange {
  const { name, current, previous } = of;
  return {
    moves: [
      { from: name, to: `.previous/${name}/${versionId(current)}` },
      { from: `.previous/${name}/${versionId(previous)}`, to: name },
    ],
    state: [{ name, installed: previous }],
  };
}
