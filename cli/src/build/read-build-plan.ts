import type { Manifest } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BundlePlan, planBundles, type ProjectFiles } from './plan-bundles.ts';
import { planStarted } from './plan-started.ts';

/** Sources in which paths are looked for; tests start what no package has. */
const source = /^src\/(?!.*\.(?:test|spec)\.)(?:.*\/)?[^/]+\.[mc]?[jt]sx?$/;

const mostFiles = 2_000;

/**
 * Plans the bundles of a project: what its manifest names, and what its sources start as programs.
 *
 * @param by.folder absolute path
 */
export async function readBuildPlan(
  manifest: Manifest,
  by: ProjectFiles & { folder: string },
): Promise<BundlePlan> {
  const { folder, paths, links } = by;
  const plan = planBundles(manifest, { paths, links });
  const isOfNode = manifest.compat === 'vscode' || manifest.compat === 'raycast';
  if (!isOfNode || plan.bundles.length === 0) return plan;
  const sources = paths.filter((path) => source.test(path)).slice(0, mostFiles);
  const texts = await Promise.all(
    sources.map((path) => readFile(join(folder, path), 'utf8').catch(() => '')), // its bundle tells
  );
  return planStarted(plan, { manifest, texts, paths });
}
