import { RegistryError, showable } from '@orchestra/core';
import { readRateLimit } from './read-rate-limit.ts';
import { RequestError } from 'octokit';

/** Hints for the reader of an error, who may be at a terminal, in a workflow, or an operator. */
export interface GitHubHints {
  /** For a GitHub that can't be reached, or fails. */
  unavailable: string;
  limited: string;
  /** For a token that GitHub rejects. */
  badToken: string;
  /**
   * For a token with too few permissions. @param needed permissions that GitHub accepts, such as
   * `issues=write`; null where it doesn't say
   */
  forbidden(needed: string | null): string;
}

/** Statuses that callers handle themselves. */
const answers = new Set([304, 404, 405, 409, 422]);

/**
 * Turns an error of GitHub into a RegistryError: `github-unreachable`, `github-failed`, `rate-limited`,
 * `token-invalid`, `scope-missing`. Statuses that callers handle are returned unchanged.
 */
export function githubError(
  error: unknown,
  { api, hints }: { api: string; hints: GitHubHints },
): unknown {
  if (!(error instanceof RequestError)) return error;
  const { response, status } = error;
  const host = new URL(api).host;
  const said = showable(error.message.replaceAll(/\s+/g, ' ')).slice(0, 300);
  if (response === undefined) {
    return new RegistryError('github-unreachable', `${host} can't be reached: ${said}`, {
      hint: hints.unavailable,
      cause: error,
    });
  }
  if (answers.has(status)) return error;
  if (status === 401) {
    return new RegistryError('token-invalid', `${host} does not take the token: ${said}`, {
      hint: hints.badToken,
      cause: error,
    });
  }
  const limit = readRateLimit(error);
  if (limit !== null) {
    return new RegistryError(
      'rate-limited',
      `GitHub's rate limit is reached until ${limit.ends.toISOString()}: ${said}`,
      { hint: hints.limited, cause: error },
    );
  }
  if (status === 403) {
    const { method, url } = error.request;
    const what = `${method} ${showable(new URL(url).pathname)}`;
    const message = `The token may not do this (${what}): ${said}`;
    const hint = hints.forbidden(neededOf(response.headers));
    return new RegistryError('scope-missing', message, { hint, cause: error });
  }
  return new RegistryError('github-failed', `${host} answers ${status}: ${said}`, {
    hint: hints.unavailable,
    cause: error,
  });
}

/** The permissions that a response asks for: those of an App's token, or scopes of a classic one. */
function neededOf(headers: Readonly<Record<string, unknown>>): string | null {
  const needed = headers['x-accepted-github-permissions'] ?? headers['x-accepted-oauth-scopes'];
  return typeof needed === 'string' && needed.trim() !== '' ? showable(needed) : null;
}

/** True where an error is a response of GitHub with this status. */
export function isAnswer(error: unknown, status: 404 | 405 | 409 | 422): error is RequestError {
  return error instanceof RequestError && error.response !== undefined && error.status === status;
}

/** Awaits a request; null where the response is 404. */
export async function orNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (isAnswer(error, 404)) return null;
    throw error;
  }
}
