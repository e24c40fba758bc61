import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from './open-store.ts';
import { previousIds } from './previous-ids.ts';
import { listRecords } from './record.ts';
import { versionId } from './store-paths.ts';

/** Removes the records of versions that are no longer on the disk. Needs the lock. */
export async function pruneRecords(name: string, { paths, state }: Store): Promise<void> {
  const current = state.extensions[name];
  const kept = new Set(await previousIds(name, paths));
  if (current !== undefined) kept.add(versionId(current));
  for (const { installed } of await listRecords(name, paths)) {
    const id = versionId(installed);
    if (!kept.has(id)) await rm(join(paths.records, name, `${id}.json`), { force: true });
  }
}
