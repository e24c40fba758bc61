import { type Problem, problem } from '@orchestra/core';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWithin } from '../project/write-within.ts';
import { bundleMark } from './bundle-code.ts';
import type { Bundle } from './plan-bundles.ts';

/** Bundled files by path, relative to the folder. */
export type MadeFiles = ReadonlyMap<string, Uint8Array>;

/** Finds files that a build would overwrite although no build made them. */
export async function findForeign(
  made: MadeFiles,
  { folder, bundles }: { folder: string; bundles: readonly Bundle[] },
): Promise<Problem[]> {
  const foreign: string[] = [];
  for (const [path, content] of made) {
    if (path.endsWith('.map')) continue;
    const there = await readFile(join(folder, path)).catch(() => null);
    if (there !== null && !isMade(there) && !there.equals(content)) foreign.push(path);
  }
  return foreign.map((path) => {
    const message = `'${path}' was not made by orchestra ext build`;
    const bundle = bundles.find(({ output }) => output === path);
    return problem('build-conflict', { path, message, ...(bundle && { hint: hintFor(bundle) }) });
  });
}

/** Says what most likely made the file, and that nothing of it is lost. */
function hintFor({ entry, output, pointer }: Bundle): string {
  const other = pointer.startsWith('/commands/')
    ? 'ray build'
    : 'another build, such as tsc or webpack,';
  return `If ${other} made it, remove it: it is made again from ${entry}. Otherwise rename it: ${output} is where the bundle goes.`;
}

/**
 * Writes each bundle atomically, and removes bundles of earlier builds that are no longer made.
 *
 * @param by.paths every file of the folder
 * @returns paths of the removed files
 */
export async function writeBundles(
  made: MadeFiles,
  by: { folder: string; paths: readonly string[] },
): Promise<string[]> {
  // source maps are written first, so that code never refers to a missing one
  const files = [...made].toSorted(([left], [right]) => order(left) - order(right));
  for (const [path, content] of files) await writeWithin(by.folder, { path, content });
  const stale: string[] = [];
  for (const path of by.paths) {
    if (made.has(path) || !/^dist\/.*\.(?:js|css)$/.test(path)) continue;
    if (!isMade(await readFile(join(by.folder, path)))) continue;
    await rm(join(by.folder, `${path}.map`), { force: true });
    await rm(join(by.folder, path), { force: true });
    stale.push(path);
  }
  return stale;
}

function order(path: string): number {
  return path.endsWith('.map') ? 0 : 1;
}

function isMade(content: Buffer): boolean {
  const mark = Buffer.from(bundleMark);
  return content.subarray(0, mark.length).equals(mark);
}
