import { RegistryError, type Failure } from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { type BlobStore, type GitIndex, listPending, type Pending } from '@orchestra/registry';
import { isFinal } from '../is-final.ts';
import { toFailure } from '../to-failure.ts';
import { carryOut } from './carry-out.ts';
import { drop } from './drop.ts';
import { findOrigin, type Origin } from './find-origin.ts';
import type { PlannedSubmission, PublishPlan } from './plan-schema.ts';

/** The registry, the plan and GitHub, for carrying out a plan. */
export interface ApplyPendingContext {
  github: GitHub;
  repository: RepositoryName;
  index: GitIndex;
  blobs: BlobStore;
  now: () => Date;
  log(text: string): void;
}

/** The result of one submission. */
export interface AppliedSubmission {
  path: string;
  outcome: 'done' | 'dropped' | 'later';
  /** Number of its pull request; null where there is none, or GitHub couldn't be asked. */
  pullRequest: number | null;
  /** Why it was removed, or why it waits. */
  failure: Failure | null;
  /** True after an unexpected error. */
  isBug: boolean;
}

/**
 * Carries out the plan for each submission that is still on main, in the order of their merges. A submission
 * that can never succeed is removed by a commit that says why; one that may succeed later stays. Neither
 * affects the others.
 */
export async function applyPending(
  { plan, folder }: { plan: PublishPlan; folder: string },
  context: ApplyPendingContext,
): Promise<AppliedSubmission[]> {
  const planned = new Map(
    [...plan.submissions.entries()].map(([nth, one]) => [one.path, { nth, one }]),
  );
  const waiting: { pending: Pending; origin: Origin | RegistryError }[] = [];
  const snapshot = await context.index.snapshot();
  for (const pending of await listPending(context.index, snapshot)) {
    waiting.push({ pending, origin: await originOf(pending.path, context) });
  }
  waiting.sort((left, right) => order(left.origin) - order(right.origin));

  const results: AppliedSubmission[] = [];
  for (const { pending, origin } of waiting) {
    const found = planned.get(pending.path);
    if (found === undefined) continue; // merged after planning: the next run plans it
    const result = await applyOne(pending, { ...context, ...found, folder, origin });
    context.log(`${result.path}: ${result.outcome}${because(result.failure)}`);
    results.push(result);
  }
  return results;
}

function because(failure: Failure | null): string {
  return failure === null ? '' : ` (${failure.code}: ${failure.message})`;
}

/** Finds a submission's origin. An error is returned, because it concerns only that submission. */
async function originOf(
  path: string,
  context: ApplyPendingContext,
): Promise<Origin | RegistryError> {
  try {
    return await findOrigin(path, context);
  } catch (error) {
    if (error instanceof RegistryError) return error;
    const cause = error;
    return new RegistryError('github-failed', `GitHub doesn't tell who submitted ${path}`, {
      cause,
    });
  }
}

/** Orders by time of merging, and by number of the pull request for merges in the same second. */
function order(origin: Origin | RegistryError): number {
  return origin instanceof RegistryError
    ? 0
    : +new Date(origin.mergedAt) + origin.pullRequest / 1e6;
}

async function applyOne(
  pending: Pending,
  context: ApplyPendingContext & {
    nth: number;
    one: PlannedSubmission;
    folder: string;
    origin: Origin | RegistryError;
  },
): Promise<AppliedSubmission> {
  const { one, origin, log } = context;
  const { path } = pending;
  const pullRequest = origin instanceof RegistryError ? null : origin.pullRequest;
  const end = (outcome: AppliedSubmission['outcome'], failure: Failure | null, isBug = false) => ({
    path,
    outcome,
    pullRequest,
    failure,
    isBug,
  });
  try {
    if ('failure' in one) {
      if (one.kind === 'later') return end('later', one.failure);
      const details = one.problems.map(({ code, message }) => `${code}: ${message}`);
      await drop(path, { ...context, failure: one.failure, details });
      return end('dropped', one.failure);
    }
    if (origin instanceof RegistryError) throw origin;
    const { submission } = pending;
    if (submission === null) return end('later', null); // it has changed since it was planned
    await carryOut(one, { ...context, origin, submission });
    return end('done', null);
  } catch (error) {
    if (isFinal(error)) {
      const failure = toFailure(error);
      return await drop(path, { ...context, failure, details: [] }).then(
        () => end('dropped', failure),
        (cause: unknown) => end('later', toFailure(cause), !(cause instanceof RegistryError)),
      );
    }
    const isBug = !(error instanceof RegistryError);
    if (isBug) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return end('later', toFailure(error), isBug);
  }
}
