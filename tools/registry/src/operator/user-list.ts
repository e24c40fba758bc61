import type { User } from '../users/user-store.ts';
import type { OperatorContext } from './context.ts';
import { openData } from './open-data.ts';

/** Lists the accounts of the registry. */
export async function userList(_options: object, context: OperatorContext): Promise<User[]> {
  using registry = await openData(context);
  return await registry.users.list();
}
