import type { Label, Pull } from '../state/pull.ts';
import type { World } from '../state/world.ts';
import { toLabel } from '../views/to-label.ts';
import { toFullPull } from '../views/to-pull.ts';
import type { Cause } from './cause.ts';
import { tell } from './tell.ts';

/** Tells that something happened to a pull request. */
export async function tellPull(
  world: World,
  cause: Omit<Cause, 'repository'>,
  event: { pull: Pull; action: string; label?: Label; before?: string; changes?: object },
): Promise<void> {
  const { pull, action, label, before, changes } = event;
  const { repository } = pull;
  const more = {
    ...(changes === undefined ? {} : { changes }),
    ...(label === undefined ? {} : { label: toLabel(world, repository, label) }),
    ...(before === undefined ? {} : { before, after: pull.head.sha }),
  };
  tell(world, { ...cause, repository }, 'pull_request_target', {
    action,
    number: pull.number,
    pull_request: await toFullPull(world, pull),
    ...more,
  });
}
