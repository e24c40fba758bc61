import { writeFileSync } from 'node:fs';
import { bundlerNames, readBundles, scoresPath } from './fixtures.ts';
import { scoreBundles } from './score-bundles.ts';
import { bundleSources } from './sources/bundle-sources.ts';

// `npm run bundles:score`: writes how well each bundler's bundles are read, for the documentation.
const scores = bundlerNames.flatMap(
  (bundler) => scoreBundles({ bundler, bundles: readBundles(bundler) }, bundleSources).scores,
);
writeFileSync(scoresPath, `${JSON.stringify(scores, undefined, 2)}\n`);
