import {
  docKey,
  packageKey,
  RegistryError,
  serializeSubmission,
  type Submission,
  type SubmissionSource,
} from '@orchestra/core';
import {
  type BlobContent,
  type BlobStore,
  changeStatus,
  type GitIndex,
  publishPassedPackage,
} from '@orchestra/registry';
import type { GitHub, RepositoryName } from '@orchestra/github';
import { join } from 'node:path';
import type { Origin } from './find-origin.ts';
import {
  docFile,
  packageFile,
  type PlannedRelease,
  type PlannedSubmission,
} from './plan-schema.ts';
import { requireApproved } from './require-approved.ts';

/** The registry, the plan and the submission to carry out. */
export interface CarryOutContext {
  github: GitHub;
  repository: RepositoryName;
  index: GitIndex;
  blobs: BlobStore;
  now: () => Date;
  /** Folder of the plan. */
  folder: string;
  /** Index of the submission in the plan. */
  nth: number;
  origin: Origin;
  /** The submission as it is on main now. */
  submission: Submission;
}

/**
 * Carries out one planned submission. The files that the reading job left are only hashed again while they
 * are stored. After being killed at any step, it can be repeated with the same result.
 *
 * @throws RegistryError as {@link publishPassedPackage}, {@link changeStatus} and {@link requireApproved}; `index-conflict` where main
 *   now has a different submission than the planned one
 */
export async function carryOut(
  planned: Exclude<PlannedSubmission, { failure: object }>,
  context: CarryOutContext,
): Promise<void> {
  const { submission, origin } = context;
  if (serializeSubmission(planned.submission) !== serializeSubmission(submission)) {
    throw new RegistryError('index-conflict', `${planned.path} has changed since it was planned`, {
      hint: 'The next run plans it anew.',
    });
  }
  if (planned.kind === 'publish') {
    await publish(planned, context);
  } else if (submission.action !== 'publish') {
    const { action, name, version, reason } = submission;
    const { submitter } = origin;
    const asked = { action, name, version, reason, submitter, submission: planned.path };
    await changeStatus(asked, context);
  }
}

async function publish(planned: PlannedRelease, context: CarryOutContext): Promise<void> {
  const { submission, origin } = context;
  const { manifest, facts, docs, unclearCode } = planned;
  if (submission.action !== 'publish') return;
  if (
    manifest.name !== submission.name ||
    manifest.version !== submission.version ||
    facts.sha256 !== submission.sha256 ||
    planned.source.repositoryId !== submission.source.repositoryId
  ) {
    throw new RegistryError(
      'index-conflict',
      `The plan of ${planned.path} is about another package`,
      {
        hint: 'The next run plans it anew.',
      },
    );
  }
  await requireApproved(planned, context);
  const source: SubmissionSource = { kind: 'release-asset', ...planned.source };
  const { repository } = planned.source;
  const { commit, tag, releaseAssetId } = submission.source;
  const { pullRequest, submitter, mergedAt } = origin;
  await publishPassedPackage(
    {
      passed: { manifest, facts, docs, unclearCode, problems: [] }, // these were reported on the pull request
      contents: contentsOf(planned, context),
      submitter,
      source,
      approved: true, // `report` merges a new name only after an approval
      publishedAt: mergedAt, // the same however often it is carried out
      dryRun: false,
      provenance: { repository, commit, tag, releaseAssetId, pullRequest },
      submission: planned.path,
    },
    context,
  );
}

function contentsOf(
  { manifest, docs }: PlannedRelease,
  { folder, nth }: CarryOutContext,
): Map<string, BlobContent> {
  const { name, version } = manifest;
  const contents = new Map<string, BlobContent>();
  contents.set(packageKey(name, version), { file: join(folder, packageFile(nth)) });
  for (const [at, doc] of docs.entries()) {
    contents.set(docKey(name, version, doc), { file: join(folder, docFile(nth, at)) });
  }
  return contents;
}
