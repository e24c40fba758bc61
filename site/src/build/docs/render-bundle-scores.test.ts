import { expect, test } from 'vitest';
import { renderBundleScores } from './render-bundle-scores.ts';

test('renderBundleScores() sums the options of each bundler, and of all', () => {
  const score = { bundles: 10, right: 8, held: 1, excess: 1, silent: 0 };
  const text = renderBundleScores([
    { bundler: 'quick', options: 'cjs', ...score },
    { bundler: 'quick', options: 'esm', ...score, right: 10, held: 0, excess: 0 },
    { bundler: 'slow', options: 'cjs', ...score },
  ]);
  expect(text).toContain('| quick | 2 | 20 | 18 | 1 | 1 | 0 |');
  expect(text).toContain('| slow | 1 | 10 | 8 | 1 | 1 | 0 |');
  expect(text).toContain('| all | 3 | 30 | 26 | 2 | 2 | 0 |');
});
