import type { Queryable } from '@orchestra/db';
import type { Statement } from './record-statements.ts';

/** Lists how a statement reads each table and index, according to EXPLAIN. */
export async function explainStatement(
  database: Queryable,
  { text, values }: Statement,
): Promise<string[]> {
  const rows = await database.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, summary off) ${text}`,
    values,
  );
  return rows.flatMap(({ 'QUERY PLAN': line }) => {
    const [scan] = /(?:Seq|Index|Bitmap|Function)[\w ]*Scan.*$/.exec(line) ?? [];
    return scan ?? [];
  });
}
