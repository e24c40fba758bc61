import { openDatabase } from '@orchestra/db';
import { basename, resolve } from 'node:path';
import { readDatabaseUrl } from '../command/read-database-url.ts';
import { type IngestedResult, ingestLog } from './ingest-log.ts';

/** The options of `npm run ingest`. */
export interface IngestOptions {
  logs: string[];
  /** Prefix of object names before `packages/`, such as `registry/`. */
  prefix: string;
}

/** What the command uses besides its options. */
export interface IngestContext {
  cwd: string;
  /** `postgres://…`; undefined where none is set. */
  databaseUrl: string | undefined;
  /** Called with the command's progress, for display. */
  onProgress(text: string): void;
}

/**
 * Counts the downloads in usage logs, one log after the other. A refused log doesn't stop the others.
 *
 * @throws RegistryError `usage` where no database is set, `database-unreachable`; logs before it are counted,
 *   and not again when repeated
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
