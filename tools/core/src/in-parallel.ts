/**
 * Runs a function for every item, a few at a time. After a failure it starts no more, waits for those that
 * run, and throws the first failure.
 */
export async function inParallel<T>(
  items: readonly T[],
  options: { atOnce: number; run(item: T): Promise<void> },
): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      try {
        await options.run(item);
      } catch (error) {
        failures.push(error);
        next = items.length;
      }
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}
