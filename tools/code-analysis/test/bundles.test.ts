import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundlerNames, readBundles, scoresPath } from './bundles/fixtures.ts';
import { type BundleScore, scoreBundles } from './bundles/score-bundles.ts';
import { bundleSources } from './bundles/sources/bundle-sources.ts';

const scored = bundlerNames.map((bundler) =>
  scoreBundles({ bundler, bundles: readBundles(bundler) }, bundleSources),
);
const scores = scored.flatMap((each) => each.scores);
const misses = scored.flatMap((each) => each.misses);
const sum = (figure: 'bundles' | 'held' | 'excess' | 'silent') =>
  scores.reduce((all, score) => all + score[figure], 0);

test('no use is missed in silence, whatever bundler wrote the code', () => {
  console.table(scores);
  const silent = misses.filter(({ missed, held }) => missed.length > 0 && held.length === 0);
  expect(silent).toEqual([]);
  expect(sum('silent')).toBe(0);
});

test('under 2 % of the bundles are held or told to need too much', () => {
  expect(sum('bundles')).toBeGreaterThan(2500);
  const off = misses.filter(({ excess, held }) => excess.length > 0 || held.length > 0);
  console.log(off.map(({ bundle, held }) => `${bundle}: ${held[0]}`).join('\n'));
  expect(off.length / sum('bundles')).toBeLessThan(0.02);
});

test('the scores are those that the documentation shows', () => {
  const shown: BundleScore[] = JSON.parse(readFileSync(scoresPath, 'utf8'));
  expect(scores, 'after a better analysis: npm run bundles:score').toEqual(shown);
});
