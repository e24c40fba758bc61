import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The rows of a table, in a file in the format of COPY. */
export interface DumpedTable {
  table: string;
  columns: string;
  file: string;
}

/** Writes the rows of every table of a database to files, referenced tables first. */
export async function dumpTables(url: string, folder: string): Promise<DumpedTable[]> {
  return withClient(url, async (client) => {
    // tables are created after those that they refer to, so that this order is safe
    const { rows } = await client.query<{ table: string; columns: string }>(
      `select relname as table,
         string_agg(quote_ident(attname), ', ' order by attnum) as columns
       from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
         and not attisdropped and attgenerated = '' and relname <> 'schema_migrations'
       group by pg_class.oid, relname order by pg_class.oid`,
    );
    const dumped = rows.map((row) => ({ ...row, file: join(folder, `${row.table}.copy`) }));
    for (const { table, columns, file } of dumped) {
      const out = client.query(copyTo(`copy ${table} (${columns}) to stdout`));
      await pipeline(out, createWriteStream(file));
    }
    return dumped;
  });
}

/** Copies rows into the same tables of another database, with their indexes, in one transaction. */
export async function loadTables(url: string, dumped: readonly DumpedTable[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin');
    for (const { table, columns, file } of dumped) {
      const into = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
      await pipeline(createReadStream(file), into);
    }
    await client.query('commit');
  });
}

async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
