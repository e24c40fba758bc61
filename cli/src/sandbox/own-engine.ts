import type { FirstEngine } from '@orchestra/sandbox';
import type { FoundEngine } from './find-engine.ts';

/** Ends an engine with what it was found for, where nobody took it. */
export function ownEngine(
  first: Promise<FirstEngine>,
): Pick<FoundEngine, 'first' | typeof Symbol.asyncDispose> {
  first.catch(() => undefined); // told where it is awaited
  return {
    first,
    [Symbol.asyncDispose]: () =>
      first.then(
        (started) => started[Symbol.dispose](),
        () => undefined,
      ),
  };
}
