import type { FollowedIndex } from '@orchestra/registry';
import { setTimeout } from 'node:timers/promises';

/** How an index is followed. */
export interface FollowIndexOptions {
  /** Milliseconds from the end of one look to the next one. */
  everyMs: number;
  /** Told of a look that failed: the index stays as it was until the next one. */
  onError(error: unknown): void;
}

/** Looks at an index again and again, until it is disposed; a look that is under way is waited for. */
export function followIndex(
  followed: Pick<FollowedIndex, 'refresh'>,
  { everyMs, onError }: FollowIndexOptions,
): AsyncDisposable {
  const ending = new AbortController();
  const { signal } = ending;
  const pause = () => setTimeout(everyMs, undefined, { signal }).catch(() => {});
  const following = (async () => {
    for (await pause(); !signal.aborted; await pause()) {
      await followed.refresh().catch(onError);
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      ending.abort();
      await following;
    },
  };
}
