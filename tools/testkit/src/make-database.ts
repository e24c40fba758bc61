import { connectDatabase, type Database } from '@orchestra/db';
import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server that the run has started, with a migrated database `orchestra_template`. */
    postgresUrl: string;
    /** Folder with `template`, an embedded database with the tables of this release; to be copied, not opened. */
    embedded: string;
    /** What tests of the project run on. */
    databaseKind: Database['kind'];
  }
}

/** A database of a test's own, with the tables of this release; gone with its scope. */
export interface TestDatabase extends Database {
  /** Of a server's; empty for an embedded one. */
  url: string;
}

/** Makes a database of the kind that the test project runs on. */
export async function makeDatabase(): Promise<TestDatabase> {
  const kind = inject('databaseKind');
  if (kind === 'server') return makeServerDatabase();
  if (kind === 'embedded') return takeEmbeddedDatabase();
  throw new Error('This test project has no database: vitest.config.ts says which have.');
}

/** Makes a database on the real server, for what an embedded one can't show. */
export async function makeServerDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = options.empty === true ? 'template0' : 'orchestra_template';
  const maker = await connectMaker(server);
  // copies of its files: by default the server would write them to its log as well
  await maker.query(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await connectDatabase({ url: url.href });
  return {
    ...database,
    url: url.href,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await maker.query(`drop database ${name} with (force)`);
    },
  };
}

let connected: Promise<Database> | undefined;

/** What makes and removes the databases of this process: to connect takes as long as to make one. */
function connectMaker(server: string): Promise<Database> {
  connected ??= connectDatabase({ url: server });
  return connected;
}

/** Embedded databases of this process that are empty again: to empty one takes a tenth of what it takes to open one. */
const free: Database[] = [];

async function takeEmbeddedDatabase(): Promise<TestDatabase> {
  const database = free.pop() ?? (await openEmbeddedDatabase());
  const before = await readTables(database);
  return {
    ...database,
    url: '',
    [Symbol.asyncDispose]: async () => {
      const after = await readTables(database);
      if (after.migrations !== before.migrations || after.names !== before.names)
        return database[Symbol.asyncDispose]();
      await emptyTables(database);
      await database.query(`
        select setval(sequencename::regclass, 1, false) from pg_sequences
        where schemaname = 'public' and last_value is not null`);
      await database.query('discard all');
      free.push(database);
    },
  };
}

/**
 * Deletes what tables hold. `truncate` would make new files for each table and index: for the few rows of a test
 * that takes ten times as long.
 *
 * @param tables all of them where none is named; rows of other tables that refer to theirs stay
 */
export async function emptyTables(database: Database, ...tables: string[]): Promise<void> {
  const chosen = tables.map((name) => `'${name}'`).join(', ') || 'select tablename from pg_tables';
  await database.query(`
    do $$
    declare found record;
    begin
      set local session_replication_role = replica; -- so that the order doesn't matter
      for found in
        select tablename from pg_tables
        where schemaname = 'public' and tablename <> 'schema_migrations' and tablename in (${chosen})
      loop execute format('delete from %I', found.tablename); end loop;
    end $$`);
}

async function openEmbeddedDatabase(): Promise<Database> {
  const folder = join(inject('embedded'), randomUUID());
  await copyEmbeddedDatabase(folder);
  return connectDatabase({ folder });
}

/** Puts an embedded database with the tables of this release at a path: a copy takes less than to make one. */
export async function copyEmbeddedDatabase(folder: string): Promise<void> {
  await cp(join(inject('embedded'), 'template'), folder, { recursive: true });
}

async function readTables(database: Database): Promise<{ names: string; migrations: number }> {
  const [tables] = await database.query<{ names: string; migrations: number }>(
    `select string_agg(tablename, ', ' order by tablename) as names,
            (select count(*) from schema_migrations) as migrations
     from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`,
  );
  if (tables === undefined) throw new Error('The database told nothing of its tables.');
  return tables;
}
