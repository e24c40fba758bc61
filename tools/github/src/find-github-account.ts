import * as Type from 'typebox';
import { orNull } from './github-error.ts';
import type { GitHub } from './open-github.ts';
import { parseAnswer } from './parse-answer.ts';

/** An account of GitHub's. */
export interface GitHubAccount {
  /** Numeric, which a rename keeps. */
  id: number;
  login: string;
}

const AccountSchema = Type.Object({ id: Type.Integer({ minimum: 1 }), login: Type.String() });

/**
 * Finds an account of GitHub's by its login.
 *
 * @returns null where there is none
 * @throws RegistryError `github-failed` for an answer that isn't known, and as {@link GitHub} does
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
