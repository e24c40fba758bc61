import { defaultScopes, type Owner, OwnerSchema, parseValue, RegistryError } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';
import { addLocalUser, findLocalUser, listLocalUsers, setRole } from '../queries/users.ts';
import { addToken, removeTokens } from '../queries/tokens.ts';
import type { Accounts } from './accounts.ts';

/**
 * Manages the accounts in a database. Only hashes of tokens are stored, so that a token is shown only once.
 */
export function databaseAccounts(database: Queryable): Accounts {
  const find = async (login: string) => {
    const found = await findLocalUser(database, login);
    if (found !== null) return found;
    throw new RegistryError('user-unknown', `No user is called '${login}'`, {
      hint: `Add one: npm run registry -- user add ${login}`,
    });
  };
  return {
    list: () => listLocalUsers(database),
    find: async (login) => toOwner(await find(login)),
    async ensure(login, { role } = {}) {
      refuseBadLogin(login);
      const user = await addLocalUser(database, login);
      if (role !== undefined) await setRole(database, { userId: user.userId, role });
      return toOwner(user);
    },
    async issueToken(login, { scopes = defaultScopes, days = 365 } = {}) {
      const { userId } = await find(login);
      const token = `orc_${randomBytes(32).toString('base64url')}`;
      await addToken(database, { userId, sha256: sha256Hex(token), scopes, days });
      return token;
    },
    revokeTokens: async (login) => removeTokens(database, (await find(login)).userId),
  };
}

function refuseBadLogin(login: string): void {
  if (parseValue(OwnerSchema.properties.login, login).ok) return;
  throw new RegistryError('usage', `'${login}' is not a login`, {
    hint: 'Use letters, digits and hyphens, at most 39 characters.',
  });
}

function toOwner({ id, login }: { id: number; login: string }): Owner {
  return { provider: 'local', id, login };
}
