import type { Queryable } from '../database.ts';

/** A log that is about to be counted. */
export interface IngestedLog {
  /** Of the file alone. */
  name: string;
  /** Of the uncompressed bytes. */
  sha256: string;
  downloads: number;
}

/** Notes that a log is counted. @returns false where a log of that name, or of those bytes, was counted before */
export async function addIngestedLog(transaction: Queryable, log: IngestedLog): Promise<boolean> {
  const added = await transaction.query(
    `insert into ingested_logs (name, sha256, downloads) values ($1, $2, $3)
     on conflict do nothing
     returning sha256`,
    [log.name, log.sha256, log.downloads],
  );
  return added.length > 0;
}
