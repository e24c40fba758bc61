import type { Problem } from '@orchestra/core';
import { relative, sep } from 'node:path';
import { bundleCode } from '../build/bundle-code.ts';
import type { Bundle } from '../build/plan-bundles.ts';
import { toProblem } from '../build/to-problem.ts';

/** Bundles in memory for analysis; they are never written. */
export interface MemoryBundles {
  /** Files by path, relative to the folder; empty where there are problems. */
  files: Map<string, Uint8Array>;
  /** Packages that aren't installed: the bundles import them and don't contain their code. */
  notInstalled: string[];
  problems: Problem[];
}

/**
 * Bundles sources as a build does, but continues without packages that aren't installed.
 *
 * @throws RegistryError `bundler-failed`
 */
export async function bundleInMemory(
  bundles: readonly Bundle[],
  folder: string,
): Promise<MemoryBundles> {
  if (bundles.length === 0) return { files: new Map(), notInstalled: [], problems: [] };
  const complete = await bundleCode(bundles, { folder });
  const external = complete.flatMap(({ errors }) => errors.flatMap(({ text }) => unresolved(text)));
  const made = external.length === 0 ? complete : await bundleCode(bundles, { folder, external });
  const errors = made.flatMap((one) => one.errors);
  const outputs = errors.length > 0 ? [] : made.flatMap((one) => one.outputs);
  const foreign = complete.flatMap((one) => one.errors.filter(({ text }) => isForeign(text)));
  const pathOf = (path: string) => relative(folder, path).replaceAll(sep, '/');
  return {
    files: new Map(outputs.map(({ path, contents }) => [pathOf(path), contents])),
    notInstalled: [...new Set(external.filter(isPackage).map(packageOf))].toSorted(),
    problems: [...errors, ...foreign].map((error) => toProblem(error, 'build-failed')),
  };
}

/**
 * Names of imported packages that weren't found. A missing path isn't one of them: it is the author's
 * mistake.
 */
function unresolved(text: string): string[] {
  const wanted = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  return wanted === undefined || /^[./]/.test(wanted) ? [] : [wanted];
}

/** True for an npm package; false for code in other languages, such as `swift:../music`. */
function isPackage(wanted: string): boolean {
  return !/^[a-z]+:/.test(wanted);
}

function isForeign(text: string): boolean {
  return unresolved(text).some((wanted) => !isPackage(wanted));
}

function packageOf(wanted: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(wanted)?.[0] ?? wanted;
}
