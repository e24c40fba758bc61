import type { Cause } from '../events/cause.ts';
import { tellPull } from '../events/tell-pull.ts';
import { readRef, updateRef } from '../git/refs.ts';
import type { Pull } from '../state/pull.ts';
import type { World } from '../state/world.ts';

/** Moves the open pull requests whose branch in a repository has moved; closes those whose branch is gone. */
export async function refreshPulls(world: World, cause: Cause): Promise<void> {
  const pulls = world.repositories
    .flatMap((repository) => repository.pulls)
    .filter(({ state, head }) => state === 'open' && head.repository === cause.repository);
  for (const pull of pulls) await refreshPull(world, cause, pull);
}

async function refreshPull(world: World, cause: Cause, pull: Pull): Promise<void> {
  const { head, base } = pull;
  const now = await readRef(head.repository.directory, `refs/heads/${head.branch}`);
  if (now === head.sha || pull.state !== 'open') return;
  const before = head.sha;
  pull.updatedAt = world.now();
  if (now === null) {
    pull.state = 'closed';
    pull.closedAt = world.now();
    await tellPull(world, cause, { pull, action: 'closed' });
    return;
  }
  await nameHead(pull);
  const onto = await readRef(pull.repository.directory, `refs/heads/${base.branch}`);
  if (head.sha !== before) return; // someone else saw it at the same time
  head.sha = now;
  base.sha = onto ?? base.sha;
  await tellPull(world, cause, { pull, action: 'synchronize', before });
}

/** Names the last commit of a pull request in the repository that it is for, as `refs/pull/N/head`. */
export async function nameHead({ repository, head, number }: Pull): Promise<void> {
  const after = await readRef(head.repository.directory, `refs/heads/${head.branch}`);
  const change = { name: `refs/pull/${number}/head`, after };
  if (after === null || !(await updateRef(repository.directory, change)))
    throw new Error(`${change.name} can't be set to ${head.branch}`);
}
