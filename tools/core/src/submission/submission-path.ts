import type { Submission } from '../schema/submission.ts';

/** Folder of the index for submissions that are merged and not yet carried out. */
export const submissionsFolder = 'submissions';

/** Path of a submission below the index: `submissions/git-lens/1.0.0.json`. */
export function submissionPath({ name, version }: Pick<Submission, 'name' | 'version'>): string {
  return `${submissionsFolder}/${name}/${version}.json`;
}

/** True for a path below the index that has the form of a submission's path. */
export function isSubmissionPath(path: string): boolean {
  return /^submissions\/[^/]+\/[^/]+\.json$/.test(path);
}
