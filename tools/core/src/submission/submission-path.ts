import type { Submission } from '../schema/submission.ts';

/** Folder of the index that holds what is merged and not carried out yet. */
export const submissionsFolder = 'submissions';

/** Path of a submission below the index: `submissions/git-lens/1.0.0.json`. */
export function submissionPath({ name, version }: Pick<Submission, 'name' | 'version'>): string {
  return `${submissionsFolder}/${name}/${version}.json`;
}

/** True for a path below the index at which a submission can stand, whatever is in the file. */
export function isSubmissionPath(path: string): boolean {
  return /^submissions\/[^/]+\/[^/]+\.json$/.test(path);
}
