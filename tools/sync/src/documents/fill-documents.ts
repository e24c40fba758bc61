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

/** Which documents are filled in, and from where. */
export interface FillOptions {
  database: Database;
  readDoc: ReadDoc;
  /** Ends the work after what is under way. */
  signal?: AbortSignal;
  /** Told how many versions are done. */
  onProgress?: (done: number) => void;
}

/** How far the documents are. */
export interface FillResult {
  /** How many versions were read now. */
  read: number;
  /** How many are still to be read, also those that failed. */
  waiting: number;
  /** The first hundred that failed, now or before. */
  failures: DocumentFailure[];
}

/** Few enough that a transaction is short, many enough that it pays. */
const atOnce = 24;

/**
 * Reads the documents of versions that wait for it, and keeps them in the database. Any number may run
 * at once; what one that was killed had taken is there for the next one. What can't be read is told,
 * and tried again by a later run.
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
    // a system's error has a code as well; anything else is a bug
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
