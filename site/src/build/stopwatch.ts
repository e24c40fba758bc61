/** Measures the steps of a process. */
export interface Stopwatch {
  /** Milliseconds by step. */
  times: Record<string, number>;
  /** Ends a step, which began at the end of the one before. */
  lap(step: string): void;
}

/** Starts a stopwatch. */
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
