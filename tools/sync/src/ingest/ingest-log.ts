import {
  addDownloads,
  addIngestedLog,
  type Database,
  type Downloads,
  findIngestedLog,
  findUnknownVersions,
  type Queryable,
} from '@orchestra/db';
import { basename } from 'node:path';
import { readUsageLog, type UsageLog } from './read-usage-log.ts';
import type { LogProblem } from './row-counter.ts';

/** The result of ingesting one log. */
export interface IngestedResult {
  /** Path as given on the command line. */
  file: string;
  /** `known`: an earlier ingest counted it. `refused`: nothing in it was counted. */
  outcome: 'counted' | 'known' | 'refused';
  rows: number;
  /** Number of downloads that this or the earlier ingest counted; only those of known versions. */
  downloads: number;
  /** Downloads of versions that the index never had; they aren't counted. */
  unknown: { name: string; version: string; downloads: number }[];
  /** Why it was refused: the first hundred problems. */
  problems: readonly LogProblem[];
  problemCount: number;
}

/** The database and settings to ingest a log with. */
export interface IngestLogOptions {
  database: Database;
  /** Prefix of object names before `packages/`. */
  prefix: string;
  onProgress?: (rows: number) => void;
}

/**
 * Counts the downloads in a usage log of Cloud Storage, in one transaction that also notes the log: either
 * all of it or nothing. A log that was counted before isn't counted again.
 *
 * @throws RegistryError `database-unreachable`; nothing is counted then
 */
export async function ingestLog(file: string, options: IngestLogOptions): Promise<IngestedResult> {
  const log = await readUsageLog(file, options);
  const { rows, problems, problemCount } = log;
  if (problemCount > 0) return { file, rows, ...nothing, problems, problemCount };
  const name = basename(file).replace(/\.gz$/, '');
  const result = await options.database.transaction((transaction) =>
    count(transaction, { log, name }),
  );
  return { file, rows, ...nothing, ...result };
}

const nothing = {
  outcome: 'refused' as const,
  downloads: 0,
  unknown: [],
  problems: [],
  problemCount: 0,
};

async function count(
  transaction: Queryable,
  { log, name }: { log: UsageLog; name: string },
): Promise<Partial<IngestedResult>> {
  const unknown = await findUnknownVersions(transaction, log.downloads);
  const missed = new Map(unknown.map((version) => [keyOf(version), { ...version, downloads: 0 }]));
  const known: Downloads[] = [];
  for (const counted of log.downloads) {
    const version = missed.get(keyOf(counted));
    if (version === undefined) known.push(counted);
    else version.downloads += counted.downloads;
  }
  const downloads = known.reduce((sum, counted) => sum + counted.downloads, 0);
  if (!(await addIngestedLog(transaction, { name, sha256: log.sha256, downloads }))) {
    return findOutcome(transaction, { log, name });
  }
  await addDownloads(transaction, known);
  return { outcome: 'counted', downloads, unknown: [...missed.values()] };
}

/**
 * Finds whether a log was counted before. A log never changes, so that other bytes under its name mean an
 * incomplete copy, or another bucket's log.
 */
async function findOutcome(
  transaction: Queryable,
  { log, name }: { log: UsageLog; name: string },
): Promise<Partial<IngestedResult>> {
  const before = await findIngestedLog(transaction, { name, sha256: log.sha256 });
  if (before === null || before.sha256 === log.sha256) {
    return { outcome: 'known', downloads: before?.downloads ?? 0 };
  }
  const reason = `A log of this name was counted before with other bytes: expected SHA-256 ${before.sha256}; found ${log.sha256}`;
  return { problems: [{ line: null, reason }], problemCount: 1 };
}

function keyOf({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`;
}
