import { hasErrors, type Problem } from '@orchestra/core';
import { relative, sep } from 'node:path';
import { bundleCode, type BundledCode } from './bundle-code.ts';
import type { BundlePlan } from './plan-bundles.ts';
import { toProblem } from './to-problem.ts';
import { findForeign, writeBundles } from './write-bundles.ts';

/** One file that a build made. */
export interface BuiltFile {
  /** Relative to the folder, e.g. `dist/main.js`. */
  path: string;
  bytes: number;
  /** What it is made of, with the bytes that each takes in it; empty for a source map. */
  inputs: { path: string; bytes: number }[];
}

/** What a build made, and what is wrong. */
export interface Built {
  /** Empty where there are errors: then everything is as it was before. */
  files: BuiltFile[];
  /** Bundles of earlier builds that nothing makes any more. */
  removed: string[];
  problems: Problem[];
}

/**
 * Carries out a plan: bundles everything, and only if all of it went well writes it.
 *
 * @param by.folder absolute path of the project
 * @param by.paths every file of the folder
 * @throws RegistryError `bundler-failed`, `file-unwritable`
 */
export async function runBuild(
  plan: BundlePlan,
  by: { folder: string; paths: readonly string[] },
): Promise<Built> {
  if (plan.bundles.length === 0) return { files: [], removed: [], problems: plan.problems };
  const bundled = await bundleCode(plan.bundles, by);
  const made = new Map(bundled.flatMap(({ outputs }) => outputs).map(placed(by.folder)));
  const problems = [
    ...plan.problems,
    ...bundled.flatMap(({ errors }) => errors.map((found) => toProblem(found, 'build-failed'))),
    ...bundled.flatMap(({ warnings }) =>
      warnings.map((found) => toProblem(found, 'build-warning')),
    ),
    ...(await findForeign(made, by.folder)),
  ];
  if (hasErrors(problems)) return { files: [], removed: [], problems };
  const removed = await writeBundles(made, by);
  return { files: bundled.flatMap(listFiles), removed, problems };
}

function placed(folder: string) {
  return ({ path, contents }: { path: string; contents: Uint8Array }): [string, Uint8Array] => [
    relative(folder, path).replaceAll(sep, '/'),
    contents,
  ];
}

function listFiles({ metafile }: BundledCode): BuiltFile[] {
  return Object.entries(metafile.outputs).map(([path, { bytes, inputs }]) => ({
    path,
    bytes,
    inputs: Object.entries(inputs)
      .map(([input, { bytesInOutput }]) => ({ path: input, bytes: bytesInOutput }))
      .toSorted((left, right) => right.bytes - left.bytes),
  }));
}
