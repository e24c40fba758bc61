import type { Queryable } from '../database.ts';

/** Keeps what a curated file says, for when it can't be read later. */
export async function keepCuratedFile(
  transaction: Queryable,
  { path, content }: { path: string; content: unknown },
): Promise<void> {
  await transaction.query(
    `insert into curated_files (path, content) values ($1, $2)
     on conflict (path) do update set content = excluded.content
     where curated_files.content <> excluded.content`,
    [path, JSON.stringify(content)],
  );
}
