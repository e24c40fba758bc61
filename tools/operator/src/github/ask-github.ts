import { parseValue, RegistryError } from '@orchestra/core';
import type { Static, TSchema } from 'typebox';

/** Where GitHub is, and as whom it is asked. */
export interface GitHubAccess {
  /** `https://api.github.com`, or the API of another GitHub. */
  api: string;
  /** Without one, GitHub tells what is public, sixty times an hour. */
  token: string | undefined;
}

/**
 * Asks GitHub's API for one thing.
 *
 * @param asked.path from the API's origin on, encoded
 * @returns null where there is no such thing, or none that may be seen
 * @throws RegistryError `github-unreachable`, `github-failed`, `rate-limited`, `token-invalid`
 */
export async function askGitHub<Schema extends TSchema>(
  { schema, path }: { schema: Schema; path: string },
  { api, token }: GitHubAccess,
): Promise<Static<Schema> | null> {
  const response = await fetch(`${api}${path}`, {
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'orchestra-registry',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(30_000),
  }).catch((cause: unknown) => {
    throw new RegistryError('github-unreachable', `${api} does not answer`, {
      hint: 'Check the connection, then try again.',
      cause,
    });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.status === 404) return null;
  if (!response.ok) throw refusal(response, path);
  const parsed = parseValue(schema, answer);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('github-failed', `${api} answers ${path} in a way that isn't known`, {
    hint: 'See whether ORCHESTRA_GITHUB_API_URL names the API of GitHub.',
  });
}

function refusal({ status, headers }: Response, path: string): RegistryError {
  if (status === 401) {
    return new RegistryError('token-invalid', 'GitHub knows no such token', {
      hint: 'Set ORCHESTRA_GITHUB_TOKEN to one that is valid, or to none: what is public needs none.',
    });
  }
  if (status === 429 || headers.get('x-ratelimit-remaining') === '0') {
    const at = new Date(Number(headers.get('x-ratelimit-reset') ?? 0) * 1000);
    const until = at.getTime() === 0 ? 'later' : `after ${at.toISOString()}`;
    return new RegistryError('rate-limited', 'GitHub answers no more of our questions for now', {
      hint: `Try again ${until}, or set ORCHESTRA_GITHUB_TOKEN, which may ask more.`,
    });
  }
  return new RegistryError('github-failed', `GitHub answers ${path} with ${status}`, {
    hint: 'See https://www.githubstatus.com, and whether the token may read the repository.',
  });
}
