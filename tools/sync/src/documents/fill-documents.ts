import { RegistryError, showable } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import {
  copyDetails,
  countDocumentJobs,
  type Database,
  deferDocumentJob,
  type DocumentFailure,
  type DocumentJob,
  listDocumentFailures,
  lockSync,
  type Queryable,
  refreshSearch,
  type StoredDocuments,
  storeDocuments,
  takeDocumentJobs,
} from '@orchestra/db';
import type { ReadDoc } from '@orchestra/registry';
import { applyIsolated } from '../apply-isolated.ts';
import { parseDocuments } from './parse-documents.ts';

/** Which documents to read, and from where. */
export interface FillOptions {
  database: Database;
  readDoc: ReadDoc;
  /** Stops after the reads under way. */
  signal?: AbortSignal;
  /** Called with the number of versions done. */
  onProgress?: (done: number) => void;
}

/** The result of reading documents. */
export interface FillResult {
  /** Number of versions that were read in this run. */
  read: number;
  /** Number of versions that are still to be read, including failed ones. */
  waiting: number;
  /** The first hundred failures, of this run or earlier ones. */
  failures: DocumentFailure[];
}

/** Versions per transaction: few enough to keep it short, and enough to be efficient. */
const atOnce = 24;

/**
 * Reads queued documents and stores them in the database. Several processes may run at once; versions taken
 * by a killed one return to the queue. Failures are reported, and retried by a later run.
 *
 * @throws RegistryError `database-unreachable`
 */
export async function fillDocuments(options: FillOptions): Promise<FillResult> {
  const { database, signal, onProgress } = options;
  let read = 0;
  for (;;) {
    const done = await database.transaction((transaction) => fillSome(transaction, options));
    read += done.read;
    if (done.taken === 0 || signal?.aborted === true) break;
    onProgress?.(read);
  }
  return {
    read,
    waiting: await countDocumentJobs(database),
    failures: await listDocumentFailures(database, { most: 100 }),
  };
}

async function fillSome(
  transaction: Queryable,
  { readDoc }: FillOptions,
): Promise<{ taken: number; read: number }> {
  await lockSync(transaction, 'shared');
  const jobs = await takeDocumentJobs(transaction, { most: atOnce });
  const outcomes = await Promise.all(jobs.map((job) => readDocuments(job, readDoc)));
  const documents = outcomes.flatMap((outcome) =>
    'documents' in outcome ? outcome.documents : [],
  );
  const refused = await applyIsolated(transaction, {
    items: documents,
    apply: (some) => storeDocuments(transaction, some),
  });
  const failed = [
    ...outcomes.flatMap((outcome) => ('reason' in outcome ? outcome : [])),
    ...refused.map(({ item, reason }) => ({ versionId: item.versionId, reason })),
  ];
  for (const { versionId, reason } of failed) {
    await deferDocumentJob(transaction, { versionId, reason: showable(reason) });
  }
  const latest = new Set(jobs.filter(({ isLatest }) => isLatest).map((job) => job.extensionId));
  if (latest.size > 0) {
    await copyDetails(transaction, [...latest]);
    await refreshSearch(transaction, [...latest]);
  }
  return { taken: jobs.length, read: jobs.length - failed.length };
}

type Outcome = { documents: StoredDocuments } | { versionId: number; reason: string };

async function readDocuments(job: DocumentJob, readDoc: ReadDoc): Promise<Outcome> {
  const { versionId } = job;
  const read = async (path: string) => readVerified(job, { path, readDoc });
  try {
    const [manifest, readme, changelog] = await Promise.all(
      ['manifest.json', 'readme.md', 'changelog.md'].map(read),
    );
    const texts = {
      manifest: manifest ?? null,
      readme: readme ?? null,
      changelog: changelog ?? null,
    };
    return { documents: { versionId, ...parseDocuments(texts) } };
  } catch (error) {
    // system errors have a code too; any other error is a bug
    if (error instanceof Error && 'code' in error) return { versionId, reason: error.message };
    throw error;
  }
}

/** A document's text; null where the version has none. */
async function readVerified(
  { name, version, docs }: DocumentJob,
  { path, readDoc }: { path: string; readDoc: ReadDoc },
): Promise<string | null> {
  const expected = docs[path];
  if (expected === undefined) return null;
  const bytes = await readDoc({ name, version, path });
  if (bytes === null) throw new RegistryError('blob-missing', `${path} is missing`);
  const found = sha256Hex(bytes);
  if (found === expected) return new TextDecoder().decode(bytes);
  throw new RegistryError(
    'digest-mismatch',
    `Expected ${path} with SHA-256 ${expected}; found ${found}`,
  );
}
