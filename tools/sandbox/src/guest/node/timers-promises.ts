import * as timers from './timers.ts';
import { abortError, wait, type WaitOptions } from './timers.ts';

/** `setTimeout`. */
export function setTimeout<T>(delay?: unknown, value?: T, options: WaitOptions = {}) {
  return wait((done) => timers.setTimeout(done, delay), { value, signal: options.signal });
}

/** `setImmediate`. */
export function setImmediate<T>(value?: T, options: WaitOptions = {}) {
  return wait((done) => timers.setImmediate(done), { value, signal: options.signal });
}

/** `setInterval`. */
export async function* setInterval<T>(
  delay?: unknown,
  value?: T,
  options: WaitOptions = {},
): AsyncGenerator<T | undefined> {
  const { signal } = options;
  if (signal?.aborted === true) throw abortError(signal);
  const isAborted = () => signal?.aborted === true;
  let due = 0;
  let wake = () => {};
  const timer = timers.setInterval(() => {
    due += 1;
    wake();
  }, delay);
  const abort = () => wake();
  signal?.addEventListener('abort', abort);
  try {
    for (;;) {
      if (due === 0 && !isAborted()) {
        await new Promise<void>((done) => (wake = done));
      }
      if (isAborted()) throw abortError(signal);
      for (; due > 0; due -= 1) yield value;
    }
  } finally {
    timer.close();
    signal?.removeEventListener('abort', abort);
  }
}

export const scheduler = {
  wait: (delay: unknown, options?: WaitOptions) => setTimeout(delay, undefined, options),
  yield: () => setImmediate(),
};
export default { scheduler, setImmediate, setInterval, setTimeout };
