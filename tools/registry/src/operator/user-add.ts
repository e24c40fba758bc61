import type { OperatorContext } from './context.ts';
import { openData } from './open-data.ts';

/** An account with a token, which can't be shown again. */
export interface AddedUser {
  id: number;
  login: string;
  /** False where there was such an account: it got another token. */
  created: boolean;
  token: string;
}

/** Adds an account and makes a token for it. @throws RegistryError `usage` for what is no login */
export async function userAdd(
  { login }: { login: string },
  context: OperatorContext,
): Promise<AddedUser> {
  using registry = await openData(context);
  const before = await registry.users.list();
  const account = await registry.users.ensure(login);
  const created = before.every((user) => user.id !== account.id);
  const token = await registry.users.issueToken(account.login);
  return { id: account.id, login: account.login, created, token };
}
