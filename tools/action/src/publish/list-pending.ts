import {
  isSubmissionPath,
  parseSubmission,
  type Problem,
  type Submission,
  submissionsFolder,
} from '@orchestra/core';
import { type GitIndex, listChanges } from '@orchestra/registry';

/** A submission that is merged and not carried out yet. */
export interface Pending {
  /** Relative to the index. */
  path: string;
  /** Null where there is a problem. */
  submission: Submission | null;
  problems: Problem[];
}

/** Lists what waits on main, by path; what could be no submission is left alone. */
export async function listPending(index: GitIndex): Promise<Pending[]> {
  const snapshot = await index.snapshot();
  const paths = [`${submissionsFolder}/`];
  const found = await listChanges(index.directory, { from: null, to: snapshot.commit, paths });
  const submissions = found.filter(({ path }) => isSubmissionPath(path));
  return Promise.all(
    submissions.map(async ({ path }) => {
      const text = (await snapshot.readFile(path)) ?? '';
      return { path, ...parseSubmission(text, { path }) };
    }),
  );
}
