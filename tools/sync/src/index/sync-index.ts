import { RegistryError, showable } from '@orchestra/core';
import {
  type Database,
  listMirroredNames,
  listSyncProblems,
  lockSync,
  mirrorEntries,
  mirrorRemovals,
  queueAllDocuments,
  type Queryable,
  readCuratedFiles,
  readSyncState,
  refreshSearch,
  replaceSyncProblems,
  type SyncProblem,
  writeSyncState,
} from '@orchestra/db';
import { type GitIndex, type IndexChange, listChanges } from '@orchestra/registry';
import { applyIsolated } from '../apply-isolated.ts';
import { readAhead } from '../read-ahead.ts';
import { checkRemovals } from './check-removals.ts';
import { findHead } from './find-head.ts';
import { mirrorCurated } from './mirror-curated.ts';
import { nameAt, planSync, type SyncPlan } from './plan-sync.ts';
import { type CuratedChanges, readCuratedChanges } from './read-curated-changes.ts';
import { type EntryChunk, readEntries } from './read-entries.ts';

/** The index and database of a sync, and its options. */
export interface SyncOptions {
  database: Database;
  index: GitIndex;
  /** Updates the index from its repository, where it is a copy. */
  refresh?: () => Promise<void>;
  /** Mirrors everything again, and reads every document again. */
  rebuild?: boolean;
  /** Accepts a history that doesn't contain the last synced commit. */
  acceptRewrite?: boolean;
  /** Accepts the removal of more than 5 % of the extensions at once. */
  acceptRemovals?: boolean;
  /** Cancels the sync; nothing is changed then. */
  signal?: AbortSignal;
  /** Called with the number of mirrored entries. */
  onProgress?: (done: number, of: number) => void;
}

/** The result of a sync. */
export interface SyncResult {
  /** The commit that was mirrored before; null where there was none. */
  from: string | null;
  /** The commit that is mirrored now. */
  to: string;
  /** Number of mirrored entries. */
  mirrored: number;
  /** Number of extensions that were marked as removed. */
  removed: number;
  /** All files that currently can't be mirrored; their rows keep the last good content. */
  problems: SyncProblem[];
}

/**
 * Mirrors the changes of the index since the last sync, in one transaction that also notes the commit.
 * Several processes may run at once: they take turns, and none goes back to an older commit.
 *
 * @throws RegistryError `history-rewritten`, `mass-removal`, `git-failed`, `database-unreachable`; nothing is
 *   changed then
 */
export async function syncIndex(options: SyncOptions): Promise<SyncResult> {
  return options.database.transaction((transaction) => sync(transaction, options));
}

async function sync(transaction: Queryable, options: SyncOptions): Promise<SyncResult> {
  await lockSync(transaction, 'alone');
  const last = (await readSyncState(transaction))?.commit ?? null;
  const known = await listSyncProblems(transaction);
  const { to, goesOn } = await findHead(last, options);
  const from = options.rebuild === true || !goesOn ? null : last;
  const result: SyncResult = { from: last, to, mirrored: 0, removed: 0, problems: [] };
  if (from === to && known.length === 0) return result;

  const changes = await listChanged(options.index, { from, to, known });
  const plan = planSync(changes);
  const removed = await findRemoved(transaction, { plan, all: from === null ? changes : null });
  checkRemovals(removed, options);
  const curated = await readCuratedChanges(plan.curated, {
    reader: options.index.objects,
    kept: await readCuratedFiles(transaction),
  });
  const mirrored = await mirrorFiles(transaction, { ...options, plan, curated });
  const gone = await mirrorRemovals(transaction, removed.names);
  const applied = await mirrorCurated(transaction, curated);
  await refreshSearch(transaction, [...gone, ...applied.changed]);
  if (options.rebuild === true) await queueAllDocuments(transaction);

  const problems = describe([
    ...plan.problems,
    ...curated.problems,
    ...mirrored.problems,
    ...applied.problems,
  ]);
  await replaceSyncProblems(transaction, problems);
  await writeSyncState(transaction, to);
  return { ...result, mirrored: mirrored.count, removed: gone.length, problems };
}

/** Lists changed files, and files that couldn't be mirrored when they last changed. */
async function listChanged(
  index: GitIndex,
  { from, to, known }: { from: string | null; to: string; known: readonly SyncProblem[] },
): Promise<IndexChange[]> {
  const changes = await listChanges(index, { from, to });
  if (from === null || known.length === 0) return changes;
  const again = new Set(known.map(({ path }) => path));
  for (const { path } of changes) again.delete(keyOf(path));
  return [...changes, ...(await findAgain(index, { commit: to, keys: again }))];
}

/** Most files that are looked up one by one; for more, the whole index is listed. */
const mostLookedUp = 100;

/**
 * Finds files by their keys. A key is usually the path itself; only a listing of the whole index finds the
 * others.
 */
async function findAgain(
  index: GitIndex,
  { commit, keys }: { commit: string; keys: ReadonlySet<string> },
): Promise<IndexChange[]> {
  if (keys.size === 0) return [];
  if (keys.size <= mostLookedUp) {
    const found = await listChanges(index, { from: null, to: commit, paths: [...keys] });
    const files = found.filter(({ path }) => keys.has(path));
    if (files.length === keys.size) return files;
  }
  const all = await listChanges(index, { from: null, to: commit });
  return all.filter(({ path }) => keys.has(keyOf(path)));
}

/** Lists each file once, by path. */
function describe(problems: readonly SyncProblem[]): SyncProblem[] {
  const reasons = new Map(problems.map(({ path, reason }) => [keyOf(path), showable(reason)]));
  const described = [...reasons].map(([path, reason]) => ({ path, reason }));
  return described.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** A file's key: its path, shortened and without emails. */
function keyOf(path: string): string {
  return showable(path).slice(0, 500);
}

async function findRemoved(
  transaction: Queryable,
  { plan, all }: { plan: SyncPlan; all: readonly IndexChange[] | null },
): Promise<{ names: string[]; of: number }> {
  if (all === null && plan.removed.length === 0) return { names: [], of: 0 };
  const mirrored = await listMirroredNames(transaction);
  if (all === null) {
    const gone = new Set(plan.removed);
    return { names: mirrored.filter((name) => gone.has(name)), of: mirrored.length };
  }
  const there = new Set(all.map(({ path }) => nameAt(path)));
  return { names: mirrored.filter((name) => !there.has(name)), of: mirrored.length };
}

async function mirrorFiles(
  transaction: Queryable,
  {
    plan,
    curated,
    index,
    signal,
    onProgress,
  }: SyncOptions & { plan: SyncPlan; curated: CuratedChanges },
): Promise<{ count: number; problems: SyncProblem[] }> {
  const ranks = new Map(curated.featured.content.featured.map((name, rank) => [name, rank]));
  const verified = new Set(
    curated.verified.content.verified.map(({ provider, id }) => `${provider}:${id}`),
  );
  const apply = async (entries: EntryChunk['entries']) => {
    const ids = await mirrorEntries(
      transaction,
      entries.map(({ entry }) => ({
        entry,
        verified: entry.owners.some(({ provider, id }) => verified.has(`${provider}:${id}`)),
        featuredRank: ranks.get(entry.name) ?? null,
      })),
    );
    await refreshSearch(transaction, ids);
  };
  let done = 0;
  const problems: SyncProblem[] = [];
  for await (const chunk of readAhead(readEntries(plan.entries, { reader: index.objects }))) {
    if (signal?.aborted === true) throw cancelled();
    const refused = await applyIsolated(transaction, { items: chunk.entries, apply });
    problems.push(
      ...chunk.problems,
      ...refused.map(({ item, reason }) => ({ path: item.path, reason })),
    );
    done += chunk.entries.length + chunk.problems.length;
    onProgress?.(done, plan.entries.length);
  }
  return { count: done - problems.length, problems };
}

function cancelled(): RegistryError {
  return new RegistryError('cancelled', 'The sync was ended before its end; nothing was changed');
}
