import type { Queryable } from '../database.ts';

/** A version whose documents have to be read. */
export interface DocumentJob {
  versionId: number;
  extensionId: number;
  name: string;
  version: string;
  /** SHA-256 by path below the documents of the version. */
  docs: Record<string, string>;
  /** True for the newest live version, which searches and cards use. */
  isLatest: boolean;
}

/**
 * Takes due jobs until the transaction ends. Meanwhile nobody else takes them, and after a crash they are
 * available again.
 */
export async function takeDocumentJobs(
  transaction: Queryable,
  { most }: { most: number },
): Promise<DocumentJob[]> {
  return transaction.query<DocumentJob>(
    `select version_id as "versionId", extension_id as "extensionId", name, version, docs,
            version is not distinct from latest_version as "isLatest"
     from (
       select version_id, next_attempt_at from document_jobs
       where next_attempt_at <= now()
       order by next_attempt_at, version_id
       limit $1
       for update skip locked
     ) as job
     join extension_versions on extension_versions.id = version_id
     join extensions on extensions.id = extension_id
     order by next_attempt_at, version_id`,
    [most],
  );
}

/** Notes why documents couldn't be read, and schedules the next try after a growing delay. */
export async function deferDocumentJob(
  transaction: Queryable,
  { versionId, reason }: { versionId: number; reason: string },
): Promise<void> {
  await transaction.query(
    `update document_jobs set
       attempts = attempts + 1,
       last_error = $2,
       -- 15 s, 30 s, 1 min, and so on to a day
       next_attempt_at = now() + least(interval '1 day', interval '15 s' * 2 ^ least(attempts, 20))
     where version_id = $1`,
    [versionId, reason],
  );
}

/** Queues the documents of every version again, due at once. */
export async function queueAllDocuments(transaction: Queryable): Promise<void> {
  await transaction.query(
    `insert into document_jobs (version_id)
     select id from extension_versions
     on conflict (version_id) do update
     set attempts = 0, next_attempt_at = excluded.next_attempt_at, last_error = null`,
  );
}

/** Counts the versions whose documents have to be read, including failed ones. */
export async function countDocumentJobs(database: Queryable): Promise<number> {
  const [found] = await database.query<{ count: number }>('select count(*) from document_jobs');
  return found?.count ?? 0;
}

/** A version whose documents could not be read. */
export interface DocumentFailure {
  name: string;
  version: string;
  reason: string;
}

/** Lists the versions whose documents couldn't be read at the last try, by name. */
export async function listDocumentFailures(
  database: Queryable,
  { most }: { most: number },
): Promise<DocumentFailure[]> {
  return database.query<DocumentFailure>(
    `select name, version, last_error as reason
     from document_jobs
     join extension_versions on extension_versions.id = version_id
     join extensions on extensions.id = extension_id
     where last_error is not null
     order by name, position
     limit $1`,
    [most],
  );
}
