import type { Queryable } from '../database.ts';

/** A version whose documents could not be read. */
export interface DocumentFailure {
  name: string;
  version: string;
  reason: string;
}

/** Lists the versions whose documents could not be read when that was last tried, by name. */
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
