import type { FollowedIndex } from '@orchestra/registry';
import { setTimeout } from 'node:timers/promises';

/** How to refresh a followed index. */
export interface FollowIndexOptions {
  /** Milliseconds from the end of one refresh to the next. */
  everyMs: number;
  /** Called with a failed refresh; the index stays as it was until the next one. */
  onError(error: unknown): void;
}

/** Refreshes an index repeatedly until it is disposed. Disposal waits for a running refresh. */
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
