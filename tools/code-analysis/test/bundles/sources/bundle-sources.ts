import type { BundleSource } from '../bundle-source.ts';
import { nodeSources } from './node-sources.ts';
import { otherSources } from './other-sources.ts';
import { vscodeSources } from './vscode-sources.ts';

/** All sources that every bundler builds. */
export const bundleSources: readonly BundleSource[] = [
  ...vscodeSources,
  ...nodeSources,
  ...otherSources,
];
