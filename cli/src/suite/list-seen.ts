import type { TestFileResult } from '@orchestra/sandbox';
import { listResults } from './suite-result.ts';
import { showSourcePlace } from './read-excerpts.ts';

/** Lists the permissions that calls used in tests, each with the first place that has one; null for none. */
export function listSeen(files: TestFileResult[]): Map<string, string | null> {
  const seen = new Map<string, string | null>();
  for (const { permissions, place } of listResults({ files }).flatMap(({ calls }) => calls)) {
    for (const permission of permissions ?? []) {
      const known = seen.get(permission) ?? null;
      seen.set(permission, known ?? (place === null ? null : showSourcePlace(place)));
    }
  }
  return seen;
}
