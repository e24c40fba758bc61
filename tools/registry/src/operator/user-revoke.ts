import type { OperatorContext } from './context.ts';
import { openData } from './open-data.ts';

/** How many tokens an account lost. */
export interface RevokedTokens {
  login: string;
  revoked: number;
}

/** Ends every token of an account; the account stays. @throws RegistryError `user-unknown` */
export async function userRevoke(
  { login }: { login: string },
  context: OperatorContext,
): Promise<RevokedTokens> {
  using registry = await openData(context);
  const account = await registry.users.find(login);
  return { login: account.login, revoked: await registry.users.revokeTokens(login) };
}
