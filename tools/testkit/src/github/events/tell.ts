import type { World } from '../state/world.ts';
import { toRepository } from '../views/to-repository.ts';
import { toUser } from '../views/to-user.ts';
import type { Cause } from './cause.ts';

/** Notes an event, with the repository and whoever it comes of. */
export function tell(world: World, cause: Cause, event: string, payload: object): void {
  world.emit(event, cause, {
    ...payload,
    repository: toRepository(world, cause.repository),
    sender: toUser(world, cause.account),
  });
}
