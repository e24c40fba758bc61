/**
 * Makes a queue: of the tasks given to it, at most `most` run at once, in the order in which they came.
 *
 * @returns runs a task when it is its turn, and ends as the task does
 */
export function limitConcurrency(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next(); // takes the place over
    }
  };
}
