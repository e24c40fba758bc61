import { RegistryError, showable } from '@orchestra/core';
import { RequestError } from 'octokit';
import { limitMs } from './wait-for-limit.ts';

/** Statuses that mean something to whoever asked. */
const answers = new Set([304, 404, 405, 409, 422]);

/** What GitHub's answer means, as an error of ours; an answer that the caller must read is left as it is. */
export function githubError(error: unknown, { url }: { url: string }): unknown {
  if (
    !(error instanceof RequestError) ||
    (error.response !== undefined && answers.has(error.status))
  )
    return error;
  const said = showable(error.message).slice(0, 300);
  if (error.response === undefined) {
    return new RegistryError('github-unreachable', `GitHub can't be reached: ${said}`, {
      hint: 'The next run tries again.',
      cause: error,
    });
  }
  if (limitMs(error) !== null) {
    return new RegistryError('rate-limited', `GitHub's rate limit is reached: ${said}`, {
      hint: 'The next run tries again.',
      cause: error,
    });
  }
  if (error.status === 401) {
    return new RegistryError('token-invalid', `GitHub does not take the token: ${said}`, {
      hint: 'A token of an App lasts an hour: run the job again.',
      cause: error,
    });
  }
  if (error.status === 403) {
    const needed = String(error.response.headers['x-accepted-github-permissions'] ?? 'unknown');
    return new RegistryError(
      'scope-missing',
      `The token of this job may not ask ${showable(url)}: ${said}`,
      { hint: `It needs the permission ${showable(needed)}.`, cause: error },
    );
  }
  return new RegistryError('github-failed', `GitHub answers ${error.status}: ${said}`, {
    hint: 'The next run tries again.',
    cause: error,
  });
}

/** The answer, or null where there is none (404). */
export async function orNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (isAnswer(error, 404)) return null;
    throw error;
  }
}

/** Says whether an error is an answer of GitHub's with this status. */
export function isAnswer(error: unknown, status: 404 | 405 | 409 | 422): error is RequestError {
  return error instanceof RequestError && error.status === status;
}
