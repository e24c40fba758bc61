import { RequestError } from 'octokit';

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
