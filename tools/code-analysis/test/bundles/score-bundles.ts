import { analyzeCode } from '../../src/analyze-code.ts';
import type { BundleSource } from './bundle-source.ts';
import type { Bundles } from './fixtures.ts';

/** How well the bundles of one bundler, by one set of options, are read. */
export interface BundleScore {
  bundler: string;
  options: string;
  bundles: number;
  /** Bundles of which exactly the truth was told. */
  right: number;
  /** Bundles that a person has to look at without need. */
  held: number;
  /** Bundles told to need a permission that they don't. */
  excess: number;
  /** Bundles with a need that nothing told of: no permission, and nothing for a person to look at. */
  silent: number;
}

/** A bundle of which something else than the truth was told. */
export interface BundleMiss {
  bundle: string;
  missed: string[];
  excess: string[];
  /** What a person would have to look at. */
  held: string[];
}

/** Compares what the analysis tells of every bundle with the truth of its source. */
export function scoreBundles(
  { bundler, bundles }: { bundler: string; bundles: Bundles },
  sources: readonly BundleSource[],
): { scores: BundleScore[]; misses: BundleMiss[] } {
  const misses: BundleMiss[] = [];
  const scores = Object.entries(bundles).map(([options, built]) => {
    const by = `${bundler} (${options})`;
    const scored = sources.filter(({ brokenBy }) => brokenBy?.includes(by) !== true);
    const score: BundleScore = {
      bundler,
      options,
      bundles: scored.length,
      right: 0,
      held: 0,
      excess: 0,
      silent: 0,
    };
    for (const source of scored) {
      const bundle = `${source.name}, by ${by}`;
      const files = built[source.name];
      if (files === undefined) throw new Error(`No bundle of ${bundle}: run npm run bundles`);
      const found = compare(files, source);
      const isHeld = found.held.length > 0 && !source.unresolved;
      const isSilent =
        (found.missed.length > 0 && found.held.length === 0) ||
        (source.unresolved === true && found.held.length === 0);
      if (isSilent) score.silent += 1;
      if (isHeld) score.held += 1;
      if (found.excess.length > 0) score.excess += 1;
      if (isSilent || isHeld || found.excess.length > 0) misses.push({ bundle, ...found });
      else score.right += 1;
    }
    return score;
  });
  return { scores, misses };
}

function compare(
  files: Record<string, string>,
  { needs }: BundleSource,
): { missed: string[]; excess: string[]; held: string[] } {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const);
  const { permissions, unresolved } = analyzeCode({ files: new Map(bytes), entries: ['main.js'] });
  const found = permissions.map(({ permission }) => permission);
  return {
    missed: needs.filter((need) => !found.includes(need)),
    excess: found.filter((permission) => !needs.includes(permission)),
    held: unresolved.map(({ reason, what, place }) => {
      return `${reason} ${what} (${place.file}:${place.line}:${place.column})`;
    }),
  };
}
