import { authorize, findPublished, type Submission, type Submitter } from '@orchestra/core';
import { needsReview } from '@orchestra/packaging';
import type { SignedIn } from '../github/connect-github.ts';
import { branchOf } from '../pull-request/plan-pull-request.ts';
import type { SubmissionState } from '../pull-request/read-submission-state.ts';
import { tagOf } from '../release/ensure-release.ts';
import { type Asset, assetFile } from '../release/asset.ts';
import type { PublishInput } from './read-publish-input.ts';

/** The plan of a publish by pull request. */
export interface SubmissionPlan {
  source: { repository: string; tag: string; asset: string; step: 'create' | 'upload' | 'reuse' };
  package: { sha256: string; size: number };
  pullRequest: {
    repository: string;
    branch: string;
    step: 'open' | 'continue' | 'wait';
    number: number | null;
  };
  /** `review` means that a person has to approve first. */
  decision: 'allow' | 'review';
}

/**
 * Plans a publish by the registry's rules. Pure.
 *
 * @returns null where the same bytes are published already
 * @throws RegistryError `version-exists`, and whatever `authorize` refuses with
 */
export function planSubmission(
  input: PublishInput,
  by: { state: SubmissionState; registry: string; signedIn: SignedIn },
): SubmissionPlan | null {
  const { pack, repository, from } = input;
  const { state, registry } = by;
  const { name, version, facts } = pack;
  const { sha256, size } = facts;
  const authorization = authorize(
    {
      action: 'publish',
      name,
      source: {
        kind: 'release-asset',
        repositoryId: repository.id,
        repository: repository.fullName,
        repositoryOwnerId: repository.ownerId,
        assetUploaderId: uploaderOf(from) ?? by.signedIn.account.id,
      },
    },
    { submitter: submitterOf(by.signedIn), entry: state.entry },
  );
  if (authorization.decision === 'refuse') throw authorization.error;
  if (findPublished({ name, version, sha256 }, state.entry) !== null) return null;
  const { pullRequest, isPending } = state;
  const isOpen = pullRequest?.state === 'open';
  return {
    source: {
      repository: repository.fullName,
      tag: from.kind === 'named' ? from.asset.tag : tagOf(pack),
      asset: from.kind === 'named' ? String(from.asset.id) : assetFile(pack),
      step: stepOf(from),
    },
    package: { sha256, size },
    pullRequest: {
      repository: registry,
      branch: branchOf({ action: 'publish', name, version }),
      step: isPending ? 'wait' : isOpen ? 'continue' : 'open',
      number: isPending || isOpen ? (pullRequest?.number ?? null) : null,
    },
    decision: needsReview(pack.problems) ? 'review' : authorization.decision,
  };
}

/** Makes the submission for a package with a release asset. Pure. */
export function submissionOf(
  input: PublishInput,
  { asset, requestVerified }: { asset: Asset; requestVerified: boolean },
): Submission {
  const { pack, repository } = input;
  return {
    format: 1,
    action: 'publish',
    name: pack.name,
    version: pack.version,
    sha256: pack.facts.sha256,
    size: pack.facts.size,
    source: {
      repositoryId: repository.id,
      repository: repository.fullName,
      releaseAssetId: asset.id,
      tag: asset.tag,
      commit: asset.commit,
    },
    ...(requestVerified ? { requestVerified } : {}),
  };
}

/** The signed-in account as a submitter. */
export function submitterOf({ account }: SignedIn): Submitter {
  return { provider: 'github', id: account.id, login: account.login };
}

function uploaderOf(from: PublishInput['from']): number | undefined {
  return from.kind === 'named' ? from.asset.uploaderId : from.found.asset?.uploaderId;
}

function stepOf(from: PublishInput['from']): SubmissionPlan['source']['step'] {
  if (from.kind === 'named' || from.found.asset !== null) return 'reuse';
  return from.found.release === null ? 'create' : 'upload';
}
