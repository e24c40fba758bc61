import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Bundles of one bundler: by its options, then by source, then by path. */
export type Bundles = Record<string, Record<string, Record<string, string>>>;

/** The bundlers, in the order of the table. */
export const bundlerNames = [
  'esbuild',
  'rolldown',
  'tsdown',
  'rollup',
  'webpack',
  'rspack',
  'swc',
  'babel',
  'tsc',
  'bun',
] as const;

/** Where the scores are kept that the documentation shows. */
export const scoresPath = join(
  import.meta.dirname,
  '../../../../site/src/reference/bundle-scores.json',
);

const pathOf = (bundler: string) => join(import.meta.dirname, 'fixtures', `${bundler}.json.gz`);

/** Reads the committed bundles of one bundler. */
export function readBundles(bundler: string): Bundles {
  return JSON.parse(gunzipSync(readFileSync(pathOf(bundler))).toString());
}

/** Writes the bundles of one bundler: they are compressed, because bundlers write the same helpers a lot. */
export function writeBundles(bundler: string, bundles: Bundles): void {
  writeFileSync(pathOf(bundler), gzipSync(JSON.stringify(bundles), { level: 9 }));
}
