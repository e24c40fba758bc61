import type { Queryable } from '../database.ts';

/** A version whose documents are to be read. */
export interface DocumentJob {
  versionId: number;
  extensionId: number;
  name: string;
  version: string;
  /** SHA-256 by path below the documents of the version. */
  docs: Record<string, string>;
  /** True for the newest live version, which the extension is found and shown by. */
  isLatest: boolean;
}

/**
 * Takes jobs that are due, until the end of the transaction: no one else takes them meanwhile, and
 * they are there again where the process ends before it is done.
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
