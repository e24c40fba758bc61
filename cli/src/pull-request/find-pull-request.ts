import { type GitHub, requireRepositoryName } from '@orchestra/github';
import { type PullRequest, toPullRequest } from './pull-request.ts';

/** The branch that proposes a submission. */
export interface SubmissionBranch {
  /** `owner/name` of the registry's repository. */
  registry: string;
  /** Account that owns the branch; null searches those of all accounts, among the last 100 pull requests. */
  login: string | null;
  branch: string;
}

/** Finds the pull request of a submission: the open one, otherwise the last one; null where there is none. */
export async function findPullRequest(
  { registry, login, branch }: SubmissionBranch,
  github: GitHub,
): Promise<PullRequest | null> {
  const { data } = await github.rest.pulls.list({
    ...requireRepositoryName(registry),
    ...(login === null ? {} : { head: `${login}:${branch}` }),
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 100,
  });
  const found = data.map(toPullRequest).filter(({ head }) => head.branch === branch);
  // anybody may use the same branch name: among all accounts, a merged pull request counts most
  const order = login === null ? (['merged', 'open'] as const) : (['open'] as const);
  const [best] = order.flatMap((wanted) => found.filter(({ state }) => state === wanted));
  return best ?? found[0] ?? null;
}
