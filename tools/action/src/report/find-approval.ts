import { orNull } from '../github/github-error.ts';
import type { GitHub } from '../github/open-github.ts';
import type { RepositoryName } from '../github/parse-repository.ts';

/**
 * Finds who approved a pull request as it is: someone who may write to the repository, who isn't its
 * author, and whose last review of it is an approval of exactly this head.
 *
 * @returns their login, or null
 */
export async function findApproval(
  of: { pullRequest: number; head: string; authorId: number },
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<string | null> {
  const last = new Map<number, { login: string; state: string; head: string }>();
  const asked = { ...repository, pull_number: of.pullRequest, per_page: 100 };
  for await (const { data } of github.paginate.iterator(github.rest.pulls.listReviews, asked)) {
    for (const { user, state, commit_id: head } of data) {
      if (user === null || user.id === of.authorId || state === 'COMMENTED') continue;
      last.set(user.id, { login: user.login, state, head: head ?? '' });
    }
  }
  for (const { login, state, head } of last.values()) {
    if (state !== 'APPROVED' || head !== of.head) continue;
    const answer = await orNull(
      github.rest.repos.getCollaboratorPermissionLevel({ ...repository, username: login }),
    );
    if (['admin', 'write'].includes(answer?.data.permission ?? 'none')) return login;
  }
  return null;
}
