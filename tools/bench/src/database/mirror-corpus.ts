import { type Database, openDatabase } from '@orchestra/db';
import { syncIndex } from '@orchestra/sync';
import { join } from 'node:path';
import type { CorpusRecord } from '../corpus/corpus-record.ts';
import { makeBenchIndex } from './make-bench-index.ts';
import type { BenchServer } from './start-bench-server.ts';

/** A mirrored index, whose extensions have the popularity of the corpus. */
export interface MirroredCorpus extends AsyncDisposable {
  records: CorpusRecord[];
  url: string;
  database: Database;
}

/** Mirrors an index with an entry for each record into a new database. */
export async function mirrorCorpus(
  records: CorpusRecord[],
  { folder, server }: { folder: string; server: BenchServer },
): Promise<MirroredCorpus> {
  await using made = new AsyncDisposableStack();
  using index = await makeBenchIndex(join(folder, 'index.git'), records);
  const url = await server.makeDatabase();
  made.defer(() => server.dropDatabase(url));
  const database = made.use(await openDatabase({ url }));
  await syncIndex({ database, index });
  await database.query(
    `update extensions set download_count = downloads, install_count = downloads / 10
     from jsonb_to_recordset($1) as given (name text, downloads bigint)
     where extensions.name = given.name`,
    [JSON.stringify(records.map(({ name, downloads }) => ({ name, downloads })))],
  );
  await database.query('vacuum analyze'); // what a server does by itself, sooner or later
  const opened = made.move();
  return { records, url, database, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
