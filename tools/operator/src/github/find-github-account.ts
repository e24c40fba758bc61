import { type Owner, RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import { askGitHub, type GitHubAccess } from './ask-github.ts';

const AccountSchema = Type.Object({ id: Type.Integer({ minimum: 1 }), login: Type.String() });

/** Finds an account of GitHub. @throws RegistryError `user-unknown`, and as {@link askGitHub} */
export async function findGitHubAccount(login: string, access: GitHubAccess): Promise<Owner> {
  const isLogin = /^[a-z0-9](?:[a-z0-9-]{0,38})$/i.test(login);
  const path = `/users/${login}`;
  const found = isLogin ? await askGitHub({ schema: AccountSchema, path }, access) : null;
  if (found !== null) return { provider: 'github', id: found.id, login: found.login };
  throw new RegistryError('user-unknown', `GitHub has no account '${login}'`, {
    hint: 'Check the login.',
  });
}
