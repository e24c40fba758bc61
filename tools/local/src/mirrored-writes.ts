import type { ApiServices } from '@orchestra/api-server';
import { type Database, findMirroredAt } from '@orchestra/db';
import type { IndexMirror } from './index-mirror.ts';

type Writes = Pick<ApiServices, 'publish' | 'changeStatus'>;

/**
 * Wraps writes so that the index is mirrored before they are answered, and a following search finds the
 * change.
 */
export function mirroredWrites(
  { publish, changeStatus }: Writes,
  to: { mirror: IndexMirror; database: Database },
): Writes {
  return {
    async publish(request) {
      const published = await publish(request);
      if (request.dryRun || 'review' in published) return published;
      await to.mirror.settled();
      const searchable = await findMirroredAt(to.database, published).catch(() => null);
      return { ...published, stages: { ...published.stages, searchable } };
    },
    async changeStatus(request) {
      const changed = await changeStatus(request);
      await to.mirror.settled();
      return changed;
    },
  };
}
