import type { Queryable } from '../database.ts';

/** Queues the documents of every version again, at once. */
export async function queueAllDocuments(transaction: Queryable): Promise<void> {
  await transaction.query(
    `insert into document_jobs (version_id)
     select id from extension_versions
     on conflict (version_id) do update
     set attempts = 0, next_attempt_at = excluded.next_attempt_at, last_error = null`,
  );
}
