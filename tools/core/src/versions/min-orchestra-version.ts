import { minVersion, validRange } from 'semver';
import type { IndexVersion } from '../schema/index-entry.ts';

const known = new Map<string, string | null>();

/** The oldest Orchestra that a version runs on; null where its range is missing or can't be read. */
export function minOrchestraVersion({ engines }: Pick<IndexVersion, 'engines'>): string | null {
  const range = engines['orchestra'];
  if (range === undefined) return null;
  // cached, because an index repeats few ranges many times
  const found = known.get(range) ?? readOldest(range);
  if (known.size < 1000) known.set(range, found);
  return found;
}

function readOldest(range: string): string | null {
  return validRange(range) === null ? null : (minVersion(range)?.version ?? null);
}
