import { type Static, Type } from 'typebox';
import type { Signature } from '../git/read-commit.ts';
import type { Account } from '../state/account.ts';
import type { World } from '../state/world.ts';

/** The author or committer that a request names. */
export const Person = Type.Object({
  name: Type.String({ minLength: 1 }),
  email: Type.String({ minLength: 1 }),
  date: Type.Optional(Type.String()),
});

/** Who a commit is by: the one that the request names, else the account and its own address. */
export function signatureOf(
  world: World,
  account: Account,
  person?: Static<typeof Person>,
): Signature {
  return { name: account.login, email: account.email, date: world.now(), ...person };
}
