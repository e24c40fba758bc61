import type { OperatorContext } from './context.ts';
import { openData } from './open-data.ts';

/** A token, which can't be shown again. */
export interface IssuedToken {
  login: string;
  token: string;
}

/** Makes one more token for an account; its others stay valid. @throws RegistryError `user-unknown` */
export async function userToken(
  { login }: { login: string },
  context: OperatorContext,
): Promise<IssuedToken> {
  using registry = await openData(context);
  const account = await registry.users.find(login);
  return { login: account.login, token: await registry.users.issueToken(login) };
}
