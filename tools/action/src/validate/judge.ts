import {
  authorize,
  type IndexEntry,
  latestVersion,
  permissions,
  planPublish,
  planYank,
  type PublishSubmission,
  type Problem,
  RegistryError,
  type StatusSubmission,
  type SubmissionFacts,
  type Submitter,
} from '@orchestra/core';
import { needsReview } from '@orchestra/packaging';
import { checkNear, type IndexSnapshot } from '@orchestra/registry';
import type { Submitted } from '../asset/read-submitted.ts';

/** The decision about a valid submission. */
export interface Judgement {
  decision: 'merge' | 'review';
  /** Problems for similar names. */
  near: Problem[];
  facts: SubmissionFacts | null;
}

/**
 * Decides on a publish by the registry's rules and the current index. The rules are applied again when it is
 * carried out.
 *
 * @throws RegistryError `name-taken`, `not-an-owner`, `source-pinned`, `version-exists`
 */
export async function judgePublish(
  submission: PublishSubmission,
  of: { submitted: Submitted; submitter: Submitter; snapshot: IndexSnapshot; now: () => Date },
): Promise<Judgement> {
  const { submitted, submitter, snapshot } = of;
  const { name } = submission;
  const entry = await snapshot.readEntry(name);
  const { source } = submitted.found;
  const answer = authorize({ action: 'publish', name, source }, { submitter, entry });
  if (answer.decision === 'refuse') throw answer.error;
  planPublish(
    {
      ...submitted.passed,
      owner: submitter,
      source: { repositoryId: source.repositoryId, repository: source.repository },
      publishedAt: of.now().toISOString(),
    },
    entry,
  );
  // similar names don't refuse a new name here: they are shown to the person who reviews it
  const near = entry === null ? await checkNear(name, { snapshot, submitter, approved: true }) : [];
  const isOpen = answer.decision === 'review' || needsReview(submitted.passed.problems);
  return {
    decision: isOpen ? 'review' : 'merge',
    near,
    facts: describe(submission, { ...submitted, entry }),
  };
}

/**
 * Decides on a yank or its undoing.
 *
 * @throws RegistryError `extension-unknown`, `not-an-owner`, `version-unknown`, `version-quarantined`
 */
export async function judgeStatus(
  submission: StatusSubmission,
  { submitter, snapshot }: { submitter: Submitter; snapshot: IndexSnapshot },
): Promise<Judgement> {
  const { action, name, version, reason } = submission;
  const entry = await snapshot.readEntry(name);
  const answer = authorize({ action, name }, { submitter, entry });
  if (answer.decision === 'refuse') throw answer.error;
  if (entry === null) {
    throw new RegistryError('extension-unknown', `No extension is called '${name}'`);
  }
  planYank({ action, version, submitter, ...(reason === undefined ? {} : { reason }) }, entry);
  return { decision: 'merge', near: [], facts: null };
}

function describe(
  submission: PublishSubmission,
  { found, passed, entry }: Submitted & { entry: IndexEntry | null },
): SubmissionFacts {
  const { manifest, facts, analysis, unclearCode } = passed;
  const latest = entry === null ? undefined : latestVersion(entry);
  const { repositoryId, repository } = found.source;
  return {
    isNewName: entry === null,
    latest: latest?.version ?? null,
    displayName: manifest.displayName,
    description: manifest.description,
    compat: manifest.compat,
    license: manifest.license ?? null,
    homepage: manifest.homepage ?? manifest.repository ?? null,
    categories: manifest.categories,
    permissions: manifest.permissions,
    addedPermissions: permissions.filter(
      (one) => manifest.permissions.includes(one) && latest?.permissions.includes(one) !== true,
    ),
    unclearCode,
    analysis,
    sha256: facts.sha256,
    size: facts.size,
    unpackedSize: facts.unpackedSize,
    source: { repositoryId, repository },
    tag: submission.source.tag,
    assetName: found.asset.name,
    assetUploader: found.asset.uploader,
  };
}
