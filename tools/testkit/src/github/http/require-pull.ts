import { refreshPulls } from '../actions/refresh-pulls.ts';
import type { Pull } from '../state/pull.ts';
import { type Need, requireRepository } from './access.ts';
import { notFound } from './github-error.ts';
import { type Call, param } from './route.ts';

/** What reading a pull request needs. */
export const toReadPull = { permission: 'pull_requests', level: 'read' } as const;

/**
 * The pull request that the path names, with its head where its branch is now.
 *
 * @throws GitHubError 404, else as {@link requireRepository}
 */
export async function requirePull(call: Call, need: Need = toReadPull): Promise<Pull> {
  const repository = requireRepository(call, need);
  const number = Number(call.params['pull_number'] ?? param(call, 'issue_number'));
  const pull = repository.pulls.find((one) => one.number === number);
  if (pull === undefined) throw notFound();
  const { head } = pull;
  // what was pushed past the doors that tell of it, into the folder itself
  await refreshPulls(call.world, {
    repository: head.repository,
    account: head.repository.owner,
    token: null,
  });
  return pull;
}
