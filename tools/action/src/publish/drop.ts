import { type Failure, showable } from '@orchestra/core';
import { type GitIndex, removeSubmission, retryConflicts } from '@orchestra/registry';

/** Beginning of the message of a commit that removes a submission which can never succeed. */
export const dropSubject = 'Refuse ';

/** Removes a submission that can never succeed, by a commit that says why. Repeating it does nothing. */
export async function drop(
  path: string,
  context: { index: GitIndex; now: () => Date; failure: Failure; details: readonly string[] },
): Promise<void> {
  const { failure, details } = context;
  const lines = [failure.message, ...details].map((line) => showable(line).replaceAll(/\s+/g, ' '));
  const message = `${dropSubject}${path}\n\n${failure.code}: ${lines.join('\n')}\n`;
  await retryConflicts(async () => {
    const snapshot = await context.index.snapshot();
    await removeSubmission(path, { ...context, snapshot, message });
  });
}
