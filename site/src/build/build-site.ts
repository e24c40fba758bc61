import { inParallel } from '@orchestra/core';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applyChange } from '../publish/apply-change.ts';
import { folderTarget } from '../publish/folder-target.ts';
import { codeDigest } from './digests/code-digest.ts';
import { digest } from './digests/digest.ts';
import { planFiles } from './files/plan-files.ts';
import type { PlannedFile } from './files/planned-file.ts';
import { readKnownFacts } from './facts/known-facts.ts';
import { makeContext } from './make-context.ts';
import { makeSiteData } from './page-data/make-site-data.ts';
import { planPages, planSingles } from './pages/plan-pages.ts';
import type { PlannedPage } from './pages/planned-page.ts';
import type { PlanContext } from './plan-context.ts';
import { planChange } from './change/plan-change.ts';
import { DocRenderer } from './render/doc-renderer.ts';
import { runAstro } from './run-astro.ts';
import type { SiteSource } from './site-source.ts';
import { stageFile, stageRendered, type StagedFile } from './change/stage-files.ts';
import { readStandingSite, type StandingSite } from './change/standing-site.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';
import { swapFolders } from './change/swap-folders.ts';
import { writePageData } from './page-data/write-page-data.ts';

/** Where a site is built, and where the finished one is put. */
export interface BuildOptions {
  /** Where the site is served from. What is there is changed file by file, once everything is made. */
  outDirectory: string;
  /** Kept between builds, on the same disk: what it holds makes the next one quick. One build at a time. */
  workDirectory: string;
  /** Makes everything again, so that pages show the figures of today. */
  everything?: boolean;
  onProgress?: (text: string) => void;
}

/** What a build did. */
export interface BuildReport {
  /** Pages that were rendered, but for those that exist once. */
  pages: number;
  /** Files that were made. */
  files: number;
  /** Paths that changed where the site is served from. */
  written: string[];
  removed: string[];
  /** Milliseconds by step. */
  took: Record<string, number>;
}

/**
 * Builds a site: its **pages**, which Astro renders from data computed here, and its **files**, which are written
 * as they are. `pages/plan-pages.ts` and `files/plan-files.ts` say how a new one is added.
 *
 * Everything is planned at each build, with a key; only what has another key than in the site that stands is made.
 * Whatever fails or is cut off, the site that was there stays, or is mended by the next build.
 *
 * @throws RegistryError `site-build-failed`
 */
export async function buildSite(source: SiteSource, options: BuildOptions): Promise<BuildReport> {
  const watch = startStopwatch();
  const work = resolve(options.workDirectory);
  const out = resolve(options.outDirectory);
  const code = await codeDigest();
  const ground = digest([code, source.config, source.categories]);
  const built = digest([ground, source.commit]);
  const standing = await readStandingSite(folderTarget(out));
  const isThere = standing?.head.built === built && standing.inDoubt.length === 0;
  if (isThere && options.everything !== true)
    return { pages: 0, files: 0, written: [], removed: [], took: watch.times };

  await mkdir(work, { recursive: true });
  await using renderer = new DocRenderer();
  const docs = { directory: join(work, 'rendered'), renderer };
  const facts = await readKnownFacts(source, { directory: join(work, 'facts'), code });
  const context = await makeContext(facts, { source, docs });
  const known = options.everything === true ? null : standing;
  const plan = planBuild(context, { standing: known, ground });
  watch.lap('plan');
  const staged = await makeTouched(context, { plan, work, options, watch });
  const change = planChange({ standing, planned: plan.paths, staged, built });
  watch.lap('compare');
  if (standing === null) {
    const fresh = join(work, 'site');
    await rm(fresh, { recursive: true, force: true });
    await applyChange(change, { target: folderTarget(fresh) });
    await swapFolders(fresh, out);
  } else await applyChange(change, { target: folderTarget(out) });
  await rm(join(work, 'dist'), { recursive: true, force: true });
  watch.lap('publish');
  return {
    pages: plan.pages.length,
    files: plan.files.length,
    written: [...change.writes.keys()],
    removed: [...change.removals],
    took: watch.times,
  };
}

/** What is to be made, and the paths of everything that the site has. */
interface BuildPlan {
  pages: PlannedPage[];
  files: PlannedFile[];
  paths: Set<string>;
}

/** Finds what has another key than the site that stands. */
function planBuild(
  context: PlanContext,
  { standing, ground }: { standing: StandingSite | null; ground: string },
): BuildPlan {
  const plan: BuildPlan = { pages: [], files: [], paths: new Set() };
  const isTouched = ({ path, key }: { path: string; key: string }) => {
    plan.paths.add(path);
    return standing?.files.get(path)?.key !== key;
  };
  for (const page of planPages(context)) {
    const key = digest([ground, page.key]);
    if (isTouched({ path: pathOf(page), key })) plan.pages.push({ ...page, key });
  }
  for (const file of planFiles(context)) {
    const key = digest([ground, file.key]);
    if (isTouched({ path: file.path, key })) plan.files.push({ ...file, key });
  }
  return plan;
}

/** Where a page stands in the site. */
function pathOf({ kind, id }: PlannedPage): string {
  return `${kind}/${id}/index.html`;
}

/** Makes what is planned in a folder of its own. */
async function makeTouched(
  context: PlanContext,
  {
    plan,
    work,
    options,
    watch,
  }: {
    plan: BuildPlan;
    work: string;
    options: BuildOptions;
    watch: Stopwatch;
  },
): Promise<Map<string, StagedFile>> {
  const { source } = context;
  const [data, dist] = [join(work, 'data'), join(work, 'dist')];
  await rm(dist, { recursive: true, force: true });
  options.onProgress?.(`Rendering ${plan.pages.length} pages`);
  const singles = planSingles(context);
  await writePageData(data, { site: makeSiteData(source), singles, pages: plan.pages });
  watch.lap('data');
  const env = {
    ORCHESTRA_SITE_URL: source.config.site,
    ORCHESTRA_SITE_DATA: data,
    ORCHESTRA_SITE_OUT: dist,
    ORCHESTRA_SITE_CACHE: join(work, 'cache'),
  };
  await runAstro({ cwd: work, env });
  watch.lap('render');
  const keys = new Map(plan.pages.map((page) => [pathOf(page), page.key]));
  const staged = await stageRendered(dist, { keys });
  options.onProgress?.(`Writing ${plan.files.length} files`);
  watch.lap('stage');
  await inParallel(plan.files, {
    atOnce: 2, // drawing an image keeps a core busy
    run: async (file) => void staged.set(file.path, await stageFile(dist, file)),
  });
  watch.lap('files');
  return staged;
}
