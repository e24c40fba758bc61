import type { Queryable } from '../database.ts';
import type { IngestedLog } from './add-ingested-log.ts';

/** Finds the log of a name, else that of the same bytes, among those that are counted; null where there is none. */
export async function findIngestedLog(
  database: Queryable,
  of: Pick<IngestedLog, 'name' | 'sha256'>,
): Promise<IngestedLog | null> {
  const [found] = await database.query<IngestedLog>(
    `select name, sha256, downloads from ingested_logs
     where name = $1 or sha256 = $2
     order by name = $1 desc
     limit 1`,
    [of.name, of.sha256],
  );
  return found ?? null;
}
