import { expect, test } from 'vitest';
import { median, percentile, takeTurns } from './take-turns.ts';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])('median() of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  [Array.from({ length: 100 }, (_, nth) => 100 - nth), 95, 95],
  [[4, 1], 95, 4],
  [[4, 1, 2], 50, 2],
])('percentile() of %j at %d is %d', (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});

test('takeTurns() runs both in turns, once more than counted', async () => {
  const calls: string[] = [];
  const measured = await takeTurns(
    {
      ours: async (round) => void calls.push(`ours ${round}`),
      over: async (round) => void calls.push(`over ${round}`),
      before: async (round) => void calls.push(`before ${round}`),
      between: async (round) => void calls.push(`between ${round}`),
    },
    { rounds: 1 },
  );
  const steps = ['before', 'ours', 'between', 'over'];
  expect(calls).toEqual([0, 1].flatMap((round) => steps.map((step) => `${step} ${round}`)));
  expect(measured.ours).toBeGreaterThanOrEqual(0);
});
