import {
  isSubmissionPath,
  parseSubmission,
  type Problem,
  type Submission,
  submissionsFolder,
} from '@orchestra/core';
import type { GitIndex, IndexSnapshot } from '../index/git-index.ts';
import { listChanges } from '../index/list-changes.ts';

/** A submission that is merged and not yet carried out. */
export interface Pending {
  /** Path of the file, relative to the index. */
  path: string;
  /** Null where there is a problem. */
  submission: Submission | null;
  problems: Problem[];
}

/** Lists the pending submissions of a snapshot by path. Ignores files whose path isn't a submission's. */
export async function listPending(index: GitIndex, snapshot: IndexSnapshot): Promise<Pending[]> {
  const paths = [`${submissionsFolder}/`];
  const found = await listChanges(index, { from: null, to: snapshot.commit, paths });
  const submissions = found.filter(({ path }) => isSubmissionPath(path));
  return Promise.all(
    submissions.map(async ({ path }) => {
      const text = (await snapshot.readFile(path)) ?? '';
      return { path, ...parseSubmission(text, { path }) };
    }),
  );
}
