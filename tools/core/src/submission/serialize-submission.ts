import type { Submission } from '../schema/submission.ts';

/** Writes a submission as deterministic JSON, in the order in which the schema declares its fields. */
export function serializeSubmission(submission: Submission): string {
  const { format, action, name, version } = submission;
  const ordered =
    submission.action === 'publish'
      ? {
          format,
          action,
          name,
          version,
          sha256: submission.sha256,
          size: submission.size,
          source: {
            repositoryId: submission.source.repositoryId,
            repository: submission.source.repository,
            releaseAssetId: submission.source.releaseAssetId,
            tag: submission.source.tag,
            commit: submission.source.commit,
          },
          requestVerified: submission.requestVerified,
        }
      : { format, action, name, version, reason: submission.reason };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
