import { type Failure, showable } from '@orchestra/core';
import { type GitIndex, removeSubmission, retryConflicts } from '@orchestra/registry';

/** How the message of a commit begins that removes a submission which can never succeed. */
export const dropSubject = 'Refuse ';

/** Removes a submission that can never succeed, by a commit that says why; again, it does nothing. */
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
