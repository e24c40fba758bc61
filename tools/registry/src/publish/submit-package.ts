import { RegistryError, type ReviewRequested } from '@orchestra/core';
import { needsReview } from '@orchestra/packaging';
import { codeReviewFolder, readCodeReviewRecord } from '../code-reviews/code-review-record.ts';
import { toCodeReview } from '../code-reviews/find-code-review.ts';
import { requestCodeReview } from '../code-reviews/request-code-review.ts';
import { join } from 'node:path';
import {
  type HeldPublish,
  publishOrHold,
  type PublishContext,
  type PublishRequest,
  type PublishResult,
} from './publish-package.ts';

/** A package to publish, or to be looked at by a person where that comes first. */
export interface SubmitRequest extends Omit<PublishRequest, 'reviewed'> {
  /** Keeps a package that waits for a person, instead of refusing it. */
  requestReview: boolean;
}

/**
 * Publishes an uploaded package as `publishPackage` does. One that a person has to look at first is kept for
 * them where the request says so; nothing is kept by a dry run.
 *
 * @throws RegistryError as `publishPackage`, and `review-waiting`, `review-declined`, `review-queue-full`
 */
export async function submitPackage(
  request: SubmitRequest,
  context: PublishContext,
): Promise<PublishResult | ReviewRequested> {
  const { requestReview, ...publishing } = request;
  const isKept = requestReview && !request.dryRun;
  return publishOrHold(publishing, context, (held) => hold(held, { ...context, isKept }));
}

async function hold(
  { passed, file, submitter, refusal }: HeldPublish,
  context: PublishContext & { isKept: boolean },
): Promise<ReviewRequested> {
  const { codeReviews: queue, index, isKept, now } = context;
  const { name, version } = passed.manifest;
  const { sha256, size } = passed.facts;
  const { provider, id, login } = submitter;
  const requestedBy = { provider, id, login };
  const folder = join(queue, codeReviewFolder({ sha256, requestedBy }));
  const known = await readCodeReviewRecord(folder);
  if (known !== null && known.declined !== null) {
    const { reason } = known.declined;
    throw new RegistryError('review-declined', `${name} ${version} was declined: ${reason}`, {
      hint: 'Change the code so that it can be told what it uses, and publish that.',
      problems: passed.problems,
    });
  }
  if (!isKept) throw known === null ? refusal : waiting(known);
  const places = passed.problems.filter((problem) => needsReview([problem]));
  const held = { name, version, sha256, size, places, file, requestedBy };
  const record = await requestCodeReview(held, { queue, now });
  return { review: await toCodeReview(record, await index.snapshot()) };
}

function waiting({
  name,
  version,
  requestedAt,
}: { [of in 'name' | 'version' | 'requestedAt']: string }) {
  return new RegistryError(
    'review-waiting',
    `${name} ${version} waits for a person of the registry since ${requestedAt}`,
    { hint: `See where it stands: orchestra ext status ${name}@${version}` },
  );
}
