/** Tells how long the steps of something took. */
export interface Stopwatch {
  /** Milliseconds by step. */
  times: Record<string, number>;
  /** Ends a step: the time since the one before is its. */
  lap(step: string): void;
}

/** Starts to measure. */
export function startStopwatch(): Stopwatch {
  const times: Record<string, number> = {};
  let last = performance.now();
  return {
    times,
    lap(step) {
      const now = performance.now();
      times[step] = now - last;
      last = now;
    },
  };
}
