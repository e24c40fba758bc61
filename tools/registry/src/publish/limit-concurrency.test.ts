import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

test('limitConcurrency() runs at most so many tasks at once, in order, whatever they end with', async () => {
  const queue = limitConcurrency(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const task = (nth: number) => async () => {
    started.push(nth);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (nth % 3 === 0) throw new Error(`task ${nth}`);
    return nth;
  };
  const numbers = Array.from({ length: 10 }, (_, nth) => nth);
  const ends = await Promise.allSettled(numbers.map((nth) => queue(task(nth))));
  expect(most).toBe(2);
  expect(started).toEqual(numbers);
  const values = ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'));
  expect(values).toEqual(['failed', 1, 2, 'failed', 4, 5, 'failed', 7, 8, 'failed']);
  expect(await queue(task(1))).toBe(1);
});
