/**
 * Runs something for every item, a few at a time. After a failure nothing new is begun; what runs is
 * waited for, and the first failure is thrown.
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
