import type { LookRequest } from '../looks/look-at.ts';
import type { Look } from '../looks/look.ts';
import { askWorker, type TextmateLimits } from './ask-worker.ts';

/** A file of 10,000 lines needs two seconds under a usual grammar. */
const usual: TextmateLimits = { milliseconds: 10_000, heap: 512 };

/**
 * Shows how something that an extension contributes looks, in a worker thread that is ended where it needs too long.
 *
 * @throws Error that says to a person what can't be read, or where it was ended
 */
export async function lookAtContribution(
  request: LookRequest,
  limits: TextmateLimits = usual,
): Promise<Look> {
  const told = await askWorker({ kind: 'look', request }, limits);
  switch (told.kind) {
    case 'looked':
      return told.look;
    case 'over-limit':
      throw new Error(tellOver(told, { request, limits }));
    case 'too-deep':
      throw new Error('It is nested too deeply to be read');
    default:
      throw new Error(told.kind === 'failed' ? told.message : `The worker answered ${told.kind}`);
  }
}

function tellOver(
  { limit, line }: { limit: 'time' | 'memory'; line: number },
  by: { request: LookRequest; limits: TextmateLimits },
): string {
  const what =
    limit === 'time'
      ? `over ${by.limits.milliseconds / 1000} seconds`
      : `over ${by.limits.heap} MiB of memory`;
  if (line === 0) return `It was ended: it took ${what} to read`;
  const file = by.request.file?.path ?? 'the sample';
  return `It was ended at line ${line} of ${file}: it took ${what} to colour. A regular expression of the grammar may go back and forth without end there.`;
}
