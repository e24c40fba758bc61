import { RegistryError } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** One step of the tables: `0001_extensions.sql`. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/**
 * Brings the tables to this release, in one transaction. Of several processes that start at once one
 * does it, and the others wait.
 *
 * @param migrations in order; those of this release where none are given
 * @returns the names of the migrations that were carried out
 * @throws RegistryError `database-newer` where a later release changed the tables; nothing is changed
 */
export async function migrate(
  database: Database,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  return database.transaction(async (transaction) => {
    // the digits of "orchestra migrations" in no special order: any number of our own will do
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

/** The migrations of this release, in order. */
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
