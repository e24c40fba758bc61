import type { Queryable } from '../database.ts';

/** Reads the curated files as they were last mirrored: what each says, by its path. */
export async function readCuratedFiles(database: Queryable): Promise<Map<string, unknown>> {
  const rows = await database.query<{ path: string; content: unknown }>(
    'select path, content from curated_files',
  );
  return new Map(rows.map(({ path, content }) => [path, content]));
}
