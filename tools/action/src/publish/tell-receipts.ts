import {
  type Config,
  type Failure,
  noStages,
  packageKey,
  packageUrl,
  parseSubmission,
  type Stages,
  type Submission,
} from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { type BlobStore, findChange, type GitIndex, nameOf } from '@orchestra/registry';
import { renderComment, type SubmissionOutcome } from '../comment/render-comment.ts';
import { type CommentPlace, findComments, keepComment } from '../github/keep-comment.ts';
import { keepLabels, type Label } from '../github/keep-labels.ts';
import type { AppliedSubmission } from './apply-pending.ts';
import { dropSubject } from './drop.ts';
import { findPublishing, type Publishing } from './find-publishing.ts';
import { waitUntilServed } from './wait-until-served.ts';

/** The sources of receipts, which aren't stored anywhere. */
export interface ReceiptContext {
  github: GitHub;
  repository: RepositoryName;
  bot: string;
  index: GitIndex;
  blobs: BlobStore;
  config: Config;
  fetch: typeof fetch;
  now: () => Date;
  /** Milliseconds to wait for a package at its public URL. */
  servedMs: number;
}

/**
 * Informs the authors of all merged pull requests of the result, including those that an earlier run
 * couldn't.
 */
export async function tellReceipts(
  applied: readonly AppliedSubmission[],
  context: ReceiptContext,
): Promise<void> {
  const numbers = applied.flatMap(({ pullRequest }) => pullRequest ?? []);
  const until = Date.now() + context.servedMs;
  for (const publishing of await findPublishing(numbers, context)) {
    const result = applied.find(({ path }) => path === publishing.path);
    await tell(publishing, { ...context, failure: result?.failure ?? null, until });
  }
}

async function tell(
  publishing: Publishing,
  context: ReceiptContext & { failure: Failure | null; until: number },
): Promise<void> {
  const { pullRequest, head } = publishing;
  const submission = await readSubmitted(publishing, context.index);
  if (submission === null) return; // merged after the index was copied: the next run reports it
  const place: CommentPlace = { ...context, pullRequest };
  const [earlier] = await findComments(place);
  const { outcome, stages, failure } = await findOutcome(publishing, {
    ...context,
    submission,
    before: earlier?.mark.stages ?? noStages,
  });
  const text = renderComment({
    outcome,
    submission,
    head,
    stages,
    failure,
    problems: [],
    facts: null,
    requestsBadge: false,
  });
  await keepComment(text, place);
  await keepLabels(labelsOf(outcome), place); // last: the next run repeats this while `publishing` is set
}

function labelsOf(outcome: SubmissionOutcome): Label[] {
  if (outcome === 'dropped') return ['refused'];
  return ['validated', outcome === 'published' ? 'published' : 'publishing'];
}

/** Finds the result of a submission from the index and the blob store. */
async function findOutcome(
  publishing: Publishing,
  context: ReceiptContext & {
    submission: Submitted;
    failure: Failure | null;
    until: number;
    before: Stages;
  },
): Promise<{ outcome: SubmissionOutcome; stages: Stages; failure: Failure | null }> {
  const { index, before, failure } = context;
  const { path, createdAt, mergedAt } = publishing;
  const stages = { ...before, submitted: before.submitted ?? createdAt, merged: mergedAt };
  const snapshot = await index.snapshot();
  if ((await snapshot.readFile(path)) !== null) return { outcome: 'merged', stages, failure };
  const removed = await findChange(index.directory, {
    path,
    kind: 'removed',
    head: snapshot.commit,
  });
  if (removed === null || removed.message.startsWith(dropSubject)) {
    const said = removed?.message.split('\n').slice(2).join(' ') ?? 'It was removed from main';
    const why = { code: 'problems-found', message: said, hint: null };
    return { outcome: 'dropped', stages, failure: why };
  }
  const { action, name, version } = context.submission;
  const indexed = removed.at.toISOString();
  if (action !== 'publish') {
    return { outcome: 'published', stages: { ...stages, indexed }, failure: null };
  }
  const stored = await context.blobs.stat(packageKey(name, version));
  const served =
    before.served ??
    (await waitUntilServed(packageUrl(context.config, { name, version }), context));
  return {
    outcome: 'published',
    stages: { ...stages, stored: stored?.storedAt.toISOString() ?? null, indexed, served },
    failure: null,
  };
}

type Submitted = Pick<Submission, 'action' | 'name' | 'version'>;

/**
 * Reads the submission of a pull request as it was merged, because main may now have another one at that
 * path, or none.
 *
 * @returns null where the copy of the index doesn't have the merge
 */
async function readSubmitted(
  { path, mergeCommit }: Publishing,
  index: GitIndex,
): Promise<Submitted | null> {
  const text = await index.snapshotAt(mergeCommit).readFile(path);
  if (text === null) return null;
  const { submission } = parseSubmission(text, { path });
  const parts = { name: path.split('/')[1] ?? '', version: nameOf(path) };
  return submission ?? { action: 'publish', ...parts }; // a person merged an invalid submission
}
