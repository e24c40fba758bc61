import { setTimeout } from 'node:timers/promises';

/** How long Ctrl-C may be heard of after the end of a program that it ended as well. Milliseconds. */
const hearingMs = 200;

/**
 * Does something with programs that Ctrl-C ends as it ends this one, such as the bundler.
 *
 * @returns null where it failed since all was stopped
 */
export async function unlessStopped<T>(
  signal: AbortSignal,
  action: () => Promise<T>,
): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (!signal.aborted) await setTimeout(hearingMs);
    if (signal.aborted) return null;
    throw error;
  }
}
