/**
 * Runs something for every item, a few at a time. After a failure nothing new is begun; what runs is
 * waited for, and the first failure is thrown.
 */
export async function inParallel<T>(
  items: readonly T[],
  options: { atOnce: number; run(item: T): Promise<void> },
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await options.run(item);
      } catch (error) {
        failures.push(error);
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}
