import { openDatabase } from '@orchestra/db';
import { basename, resolve } from 'node:path';
import { readDatabaseUrl } from '../command/read-database-url.ts';
import { type IngestedResult, ingestLog } from './ingest-log.ts';

/** The options of `npm run ingest`. */
export interface IngestOptions {
  logs: string[];
  /** Of the names of objects, before `packages/`, such as `registry/`. */
  prefix: string;
}

/** What the command runs with, beside its options. */
export interface IngestContext {
  cwd: string;
  /** `postgres://…`; undefined where none is named. */
  databaseUrl: string | undefined;
  /** Told how far the command is, for whoever waits at a terminal. */
  onProgress(text: string): void;
}

/**
 * Counts the downloads that usage logs tell of, one log after the other. What one of them has wrong
 * keeps none of the others from being counted.
 *
 * @throws RegistryError `usage` where no database is named, `database-unreachable`; logs before are
 *   counted, and not again when it is repeated
 */
export async function ingest(
  { logs, prefix }: IngestOptions,
  context: IngestContext,
): Promise<IngestedResult[]> {
  await using database = await openDatabase({ url: readDatabaseUrl(context.databaseUrl) });
  const results: IngestedResult[] = [];
  for (const [at, file] of logs.entries()) {
    const which = `${basename(file)} (${at + 1} of ${logs.length})`;
    const result = await ingestLog(resolve(context.cwd, file), {
      database,
      prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
      onProgress: (rows) => context.onProgress(`${which}: ${rows.toLocaleString('en')} rows`),
    });
    results.push({ ...result, file });
  }
  return results;
}
