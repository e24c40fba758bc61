import { RegistryError } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** One migration of the tables, such as `0001_extensions.sql`. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/**
 * Runs missing migrations in one transaction. If several processes start at once, one of them does it while
 * the others wait.
 *
 * @param migrations in order; this program's by default
 * @returns the names of the migrations that were run
 * @throws RegistryError `database-newer` where a newer program changed the tables; nothing is changed
 */
export async function migrate(
  database: Database,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  return database.transaction(async (transaction) => {
    // an arbitrary lock number that nothing else uses
    await transaction.query('select pg_advisory_xact_lock(7306914523)');
    await transaction.query(`create table if not exists schema_migrations (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`);
    const applied = await transaction.query<{ number: number; name: string }>(
      'select number, name from schema_migrations order by number',
    );
    refuseNewer(applied, known);
    const missing = known.slice(applied.length);
    for (const { number, name, sql } of missing) {
      await transaction.query(sql);
      await transaction.query('insert into schema_migrations (number, name) values ($1, $2)', [
        number,
        name,
      ]);
    }
    return missing.map(({ name }) => name);
  });
}

/** The migrations of this version of the program, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file, nth) => ({
      number: nth + 1,
      name: file.replace(/\.sql$/, ''),
      sql: await readFile(`${folder}${file}`, 'utf8'),
    })),
  );
}

function refuseNewer(
  applied: readonly { number: number; name: string }[],
  known: readonly Migration[],
): void {
  const strange = applied.find(({ name }, nth) => known[nth]?.name !== name);
  if (strange === undefined) return;
  throw new RegistryError(
    'database-newer',
    `The database has the migration '${strange.name}', which this release does not know; its last one is '${known.at(-1)?.name ?? 'none'}'`,
    { hint: 'Run the newest release of the registry, or name another database in DATABASE_URL.' },
  );
}
