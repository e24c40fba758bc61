import {
  authorize,
  planYank,
  RegistryError,
  type StatusChanged,
  type Submitter,
} from '@orchestra/core';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { GitIndex } from '../index/git-index.ts';
import { applyPlan } from './apply-plan.ts';
import { removeSubmission } from './remove-submission.ts';
import { checkReason } from './check-reason.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** A change of a version's status. */
export interface StatusRequest {
  action: 'yank' | 'unyank' | 'quarantine';
  name: string;
  version: string;
  reason: string | undefined;
  submitter: Submitter;
  /** Path of the submission that asks for the change; removed in the same commit. */
  submission?: string;
}

/**
 * Yanks a version, undoes a yank, or quarantines a version. Repeating it changes nothing.
 *
 * @throws RegistryError `extension-unknown`, `version-unknown`, `not-an-owner`, `version-quarantined`,
 *   `usage` for a reason that can't be shown
 */
export async function changeStatus(
  request: StatusRequest,
  context: { index: GitIndex; blobs: BlobStore; now: () => Date },
): Promise<StatusChanged> {
  checkReason(request.reason);
  return retryConflicts(async () => {
    const { action, name, version, reason, submitter, submission } = request;
    const snapshot = await context.index.snapshot();
    const entry = await snapshot.readEntry(name);
    const answer = authorize({ action, name }, { submitter, entry });
    if (answer.decision === 'refuse') throw answer.error;
    if (entry === null) {
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`);
    }
    const change = { action, version, submitter, ...(reason === undefined ? {} : { reason }) };
    const planned = planYank(change, entry);
    if (planned.kind === 'plan') {
      const parent = snapshot.commit;
      const removed = submission === undefined ? {} : { submission };
      await applyPlan(planned.plan, { ...context, contents: new Map(), parent, ...removed });
    } else await removeSubmission(submission, { ...context, snapshot });
    const after = planned.kind === 'plan' ? planned.plan.after : planned.entry;
    const changed = after.versions.find((published) => published.version === version);
    return {
      name,
      version,
      status: changed?.status ?? 'live',
      reason: changed?.reason ?? null,
      unchanged: planned.kind === 'unchanged',
    };
  });
}
