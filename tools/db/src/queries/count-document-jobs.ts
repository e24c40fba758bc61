import type { Queryable } from '../database.ts';

/** Counts the versions whose documents are still to be read, also those that failed before. */
export async function countDocumentJobs(database: Queryable): Promise<number> {
  const [found] = await database.query<{ count: number }>('select count(*) from document_jobs');
  return found?.count ?? 0;
}
