import { type GitHub, orNull, type RepositoryName } from '@orchestra/github';
import { listOpinions } from './list-opinions.ts';

/** The reviews of a pull request that count, because their authors may write to the repository. */
export interface Verdict {
  /** True where at least one of them approved exactly this head. */
  isApproved: boolean;
  /** Logins of all who requested changes and didn't withdraw; nothing is merged until they do. */
  requestedBy: string[];
}

/**
 * Evaluates the reviews of a pull request. Reviews by its author, and by people without write access, don't
 * count.
 */
export async function findVerdict(
  of: { pullRequest: number; head: string; authorId: number },
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<Verdict> {
  const reviews = await github.paginate(github.rest.pulls.listReviews, {
    ...repository,
    pull_number: of.pullRequest,
    per_page: 100,
  });
  const { approvals, requests } = listOpinions(reviews, of);
  const requestedBy: string[] = [];
  for (const login of requests) if (await mayWrite(login)) requestedBy.push(login);
  for (const login of approvals) {
    if (await mayWrite(login)) return { isApproved: true, requestedBy };
  }
  return { isApproved: false, requestedBy };

  async function mayWrite(username: string): Promise<boolean> {
    const asked = { ...repository, username };
    const answer = await orNull(github.rest.repos.getCollaboratorPermissionLevel(asked));
    return ['admin', 'write'].includes(answer?.data.permission ?? 'none');
  }
}
