import * as Type from 'typebox';
import { orNull } from './github-error.ts';
import type { GitHub } from './open-github.ts';
import { parseAnswer } from './parse-answer.ts';

/** A GitHub account. */
export interface GitHubAccount {
  /** Numeric id, which stays the same when the account is renamed. */
  id: number;
  login: string;
}

const AccountSchema = Type.Object({ id: Type.Integer({ minimum: 1 }), login: Type.String() });

/**
 * Finds a GitHub account by its login.
 *
 * @returns null where there is none
 * @throws RegistryError `github-failed` for an unexpected response, and as {@link GitHub} does
 */
export async function findGitHubAccount(
  login: string,
  github: GitHub,
): Promise<GitHubAccount | null> {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38})$/i.test(login)) return null;
  const found = await orNull(github.rest.users.getByUsername({ username: login }));
  if (found === null) return null;
  const { id, login: now } = parseAnswer(AccountSchema, found);
  return { id, login: now };
}
