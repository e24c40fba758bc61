import { hasErrors, type Problem } from '@orchestra/core';
import { relative, sep } from 'node:path';
import { bundleCode, type BundledCode } from './bundle-code.ts';
import type { BundlePlan } from './plan-bundles.ts';
import { leaveOutFollowing, toBuiltinProblem, toProblem } from './to-problem.ts';
import { findForeign, writeBundles } from './write-bundles.ts';

/** One file that a build wrote. */
export interface BuiltFile {
  /** Relative to the folder, e.g. `dist/main.js`. */
  path: string;
  bytes: number;
  /** Source files in this bundle, with the bytes that each takes; empty for a source map. */
  inputs: { path: string; bytes: number }[];
}

/** The files that a build wrote and removed, and its problems. */
export interface Built {
  /** Empty where there are errors other than `builtin-missing`; then nothing was written. */
  files: BuiltFile[];
  /** Bundles of earlier builds that are no longer part of the plan. */
  removed: string[];
  problems: Problem[];
}

/**
 * Makes all planned bundles, and writes them only if all succeeded.
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
    ...bundled.flatMap(({ errors }) =>
      leaveOutFollowing(errors).map((found) => toProblem(found, 'build-failed')),
    ),
    ...bundled.flatMap(({ warnings }) =>
      warnings.map((found) => toProblem(found, 'build-warning')),
    ),
    ...(await findForeign(made, { folder: by.folder, bundles: plan.bundles })),
  ];
  if (hasErrors(problems)) return { files: [], removed: [], problems };
  const removed = await writeBundles(made, by);
  // written all the same, so that what else is wrong is told with it
  const needed = bundled.flatMap(({ builtins }) => builtins.map(toBuiltinProblem));
  return { files: bundled.flatMap(listFiles), removed, problems: [...needed, ...problems] };
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
