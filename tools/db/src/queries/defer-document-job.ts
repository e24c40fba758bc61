import type { Queryable } from '../database.ts';

/** Says why documents could not be read; they are tried again later, each time after a longer while. */
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
