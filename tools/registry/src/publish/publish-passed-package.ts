import {
  authorize,
  type IndexEntry,
  type Plan,
  planPublish,
  type Problem,
  type Provenance,
  RegistryError,
  type SubmissionSource,
  type Submitter,
} from '@orchestra/core';
import type { BlobContent, BlobStore } from '../blobs/blob-store.ts';
import type { GitIndex } from '../index/git-index.ts';
import { applyPlan } from './apply-plan.ts';
import { checkNear } from './check-near.ts';
import { explainBlobConflict } from './explain-blob-conflict.ts';
import type { PassedPackage } from './read-passed-package.ts';
import { removeSubmission } from './remove-submission.ts';
import { requireReviewed } from './require-reviewed.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** A checked package to publish, and how. */
export interface PassedRequest {
  passed: Pick<PassedPackage, 'manifest' | 'facts' | 'docs' | 'unclearCode' | 'problems'>;
  /** The bytes of the package and of its docs, by blob key. */
  contents: ReadonlyMap<string, BlobContent>;
  submitter: Submitter;
  source: SubmissionSource;
  /** A person approved it: a new name may be claimed, and code that can't be analysed may pass. */
  approved: boolean;
  /** An ISO time. */
  publishedAt: string;
  dryRun: boolean;
  provenance?: Provenance;
  /** Path of the submission that asks for the publish; removed in the same commit. */
  submission?: string;
}

/** The result of publishing a checked package. */
export type PassedResult =
  /** The same bytes were published earlier. */
  | { kind: 'unchanged'; entry: IndexEntry; near: Problem[] }
  | { kind: 'planned'; plan: Plan; near: Problem[] }
  | { kind: 'applied'; plan: Plan; near: Problem[]; stored: Date; indexed: Date };

/**
 * Publishes a checked package: authorises, plans and applies. Authorises and plans again where someone else
 * commits in between.
 *
 * @throws RegistryError `name-near`, `name-taken`, `not-an-owner`, `source-pinned`, `version-exists`,
 *   `approval-missing`, `review-required`, `blob-conflict`
 */
export async function publishPassedPackage(
  request: PassedRequest,
  context: { index: GitIndex; blobs: BlobStore; now: () => Date },
): Promise<PassedResult> {
  const { manifest } = request.passed;
  return retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    const entry = await snapshot.readEntry(manifest.name);
    allow(request, entry);
    const near = entry === null ? await checkNear(manifest.name, { snapshot, ...request }) : [];
    const planned = planPublish(toRelease(request), entry);
    if (planned.kind === 'unchanged') {
      if (!request.dryRun) await removeSubmission(request.submission, { ...context, snapshot });
      return { ...planned, near };
    }
    if (!request.approved) await requireReviewed(request.passed, snapshot);
    const { plan } = planned;
    if (request.dryRun) return { kind: 'planned', plan, near };
    const { stored, indexed } = await applyPlan(plan, {
      ...context,
      contents: request.contents,
      parent: snapshot.commit,
      ...(request.submission === undefined ? {} : { submission: request.submission }),
    }).catch(async (error: unknown) => {
      throw await explainBlobConflict(error, { plan, index: context.index, snapshot });
    });
    return { kind: 'applied', plan, near, stored, indexed };
  });
}

function allow(request: PassedRequest, entry: IndexEntry | null): void {
  const { submitter, source } = request;
  const { name } = request.passed.manifest;
  const answer = authorize({ action: 'publish', name, source }, { submitter, entry });
  if (answer.decision === 'refuse') throw answer.error;
  if (answer.decision === 'allow' || request.approved) return;
  throw new RegistryError('approval-missing', `'${name}' is a new name, which a person lets in`, {
    hint: 'Wait until someone of the registry has approved it.',
  });
}

function toRelease({ passed, submitter, source, publishedAt, provenance }: PassedRequest) {
  const { login, id, provider } = submitter;
  return {
    ...passed,
    owner: { provider, id, login },
    source:
      source.kind === 'upload'
        ? null
        : { repositoryId: source.repositoryId, repository: source.repository },
    publishedAt,
    ...(provenance === undefined ? {} : { provenance }),
  };
}
