import { connect, type Database } from '@orchestra/db';
import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { inject } from 'vitest';
import { makeFolder } from './make-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server that the run has started, with a migrated database `orchestra_template`. */
    postgresUrl: string;
    /** Folder of an embedded database with the tables of this release; to be copied, not opened. */
    embeddedTemplate: string;
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
  if (inject('databaseKind') === 'server') return makeServerDatabase();
  await using made = new AsyncDisposableStack();
  const { path: folder } = made.use(await makeFolder());
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  const database = made.use(await connect({ folder }));
  const opened = made.move();
  return { ...database, url: '', [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Makes a database on the real server, for what an embedded one can't show. */
export async function makeServerDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = options.empty === true ? 'template0' : 'orchestra_template';
  await using maker = await connect({ url: server, connections: 1 });
  await maker.query(`create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await connect({ url: url.href });
  return {
    ...database,
    url: url.href,
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await using remover = await connect({ url: server, connections: 1 });
      await remover.query(`drop database ${name} with (force)`);
    },
  };
}
