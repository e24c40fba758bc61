import { type GitHub, requireRepositoryName } from '@orchestra/github';
import { type PullRequest, toPullRequest } from './pull-request.ts';

/** Where a submission would have been proposed from. */
export interface SubmissionBranch {
  /** `owner/name` of the registry's repository. */
  registry: string;
  /** Account whose branch it is; null finds those of all, as far as they are among the last 100. */
  login: string | null;
  branch: string;
}

/** Finds the pull request of a submission: the open one, else the last one; null where there is none. */
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
  // a stranger may name a branch alike: among all, what was merged tells most
  const order = login === null ? (['merged', 'open'] as const) : (['open'] as const);
  const [best] = order.flatMap((wanted) => found.filter(({ state }) => state === wanted));
  return best ?? found[0] ?? null;
}
