import { inParallel } from '@orchestra/core';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applySiteChange } from '../publish/apply-site-change.ts';
import { folderTarget } from '../publish/folder-target.ts';
import { compileTemplates } from './astro/compile-templates.ts';
import { renderPages } from './astro/render-pages.ts';
import { chooseShown, type EntryProblem } from './choose-shown.ts';
import { codeDigest } from './digests/code-digest.ts';
import { digest } from './digests/digest.ts';
import { KeptGuides } from './docs/kept-guides.ts';
import { readKnownFacts } from './facts/read-known-facts.ts';
import { checkoutFolder } from './kept/checkout-folder.ts';
import { makeSitePlanContext } from './make-site-plan-context.ts';
import { makeSiteData } from './page-data/make-site-data.ts';
import { planSingles } from './pages/plan-pages.ts';
import { type SiteBuildPlan, pagePath, planSiteBuild } from './plan-site-build.ts';
import type { SitePlanContext } from './plan-context.ts';
import { planChange } from './change/plan-change.ts';
import { DocRenderer } from './render/doc-renderer.ts';
import type { SiteSource } from './site-source.ts';
import { stageFile, stageFolder, type StagedFile } from './change/stage-files.ts';
import { readServedSite } from './change/served-site.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';
import { swapFolders } from './change/swap-folders.ts';
import { writePageData } from './page-data/write-page-data.ts';

/** The folders and options of a build. */
export interface BuildOptions {
  /** Folder that the site is served from. Only changed files are replaced, after everything is built. */
  outDirectory: string;
  /**
   * Folder that is kept between builds, on the same disk; it makes the next build fast. Only one build may
   * use it at a time.
   */
  workDirectory: string;
  /** Folder that keeps compiled templates, for any number of builds at once; the checkout's by default. */
  templatesDirectory?: string;
  /** Builds unchanged pages too, so that they show today's figures. */
  everything?: boolean;
  onProgress?: (text: string) => void;
}

/** The result of a build. */
export interface BuildReport {
  /** Number of rendered pages, without those that exist once. */
  pages: number;
  /** Number of files that were made. */
  files: number;
  /** Paths that changed in the served folder. */
  written: string[];
  removed: string[];
  /**
   * Extensions whose entries can't be read, so that nothing new of them is shown. Everything else was built.
   */
  problems: EntryProblem[];
  /** Milliseconds by step. */
  took: Record<string, number>;
}

/**
 * Builds a site: its **pages**, which Astro renders from data computed here, and its **files**, which are
 * written directly. `pages/plan-pages.ts` and `files/plan-files.ts` say how to add one.
 *
 * Each build plans everything with a key, and makes only what has a different key in the served site. An
 * unreadable entry affects only its own extension. If a build fails or is interrupted, the served site stays,
 * or the next build repairs it.
 *
 * @throws RegistryError `site-build-failed`; `index-damaged` where many extensions would be missing
 */
export async function buildSite(source: SiteSource, options: BuildOptions): Promise<BuildReport> {
  const watch = startStopwatch();
  const work = resolve(options.workDirectory);
  const out = resolve(options.outDirectory);
  const code = await codeDigest();
  const ground = digest([code, source.config, source.categories]);
  const engines = source.engines?.map(({ path }) => path) ?? [];
  const built = digest([ground, source.commit, engines]);
  const served = await readServedSite(folderTarget(out));
  const isThere = served?.head.built === built && served.inDoubt.length === 0;
  if (isThere && options.everything !== true)
    return { pages: 0, files: 0, written: [], removed: [], problems: [], took: watch.times };

  await mkdir(work, { recursive: true });
  const compiled = await checkoutFolder('renderer', work);
  await using renderer = new DocRenderer({ compiled });
  const docs = { directory: join(work, 'rendered'), renderer };
  const known = await readKnownFacts(source, { directory: join(work, 'facts'), code });
  const { facts, problems } = chooseShown(known, { served });
  const guides = new KeptGuides(source.config, {
    code,
    directory: await checkoutFolder('guides', work),
  });
  const renderGuide = (text: string) => guides.render(text);
  const context = await makeSitePlanContext(facts, { source, docs, renderGuide });
  const unread = new Set(problems.map(({ name }) => name));
  const everything = options.everything === true;
  const plan = planSiteBuild(context, { served, ground, unread, everything });
  watch.lap('plan');
  const staged = await makeTouched(context, { plan, code, work, options, watch });
  await guides.save();
  // an incomplete site gets another digest than its commit, so that the next build tries again
  const complete = problems.length === 0 ? built : digest([built, problems]);
  const change = planChange({ served, planned: plan.paths, staged, built: complete });
  watch.lap('compare');
  if (served === null) {
    const fresh = join(work, 'site');
    await rm(fresh, { recursive: true, force: true });
    await applySiteChange(change, { target: folderTarget(fresh) });
    await swapFolders(fresh, out);
  } else await applySiteChange(change, { target: folderTarget(out) });
  await rm(join(work, 'dist'), { recursive: true, force: true });
  watch.lap('publish');
  return {
    pages: plan.pages.length,
    files: plan.files.length,
    written: [...change.writes.keys()],
    removed: [...change.removals],
    problems,
    took: watch.times,
  };
}

/** Makes the planned pages and files in a separate folder. */
async function makeTouched(
  context: SitePlanContext,
  {
    plan,
    code,
    work,
    options,
    watch,
  }: {
    plan: SiteBuildPlan;
    code: string;
    work: string;
    options: BuildOptions;
    watch: Stopwatch;
  },
): Promise<Map<string, StagedFile>> {
  const { source } = context;
  const { site } = source.config;
  const [data, dist] = [join(work, 'data'), join(work, 'dist')];
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const directory = options.templatesDirectory ?? (await checkoutFolder('templates', work));
  const templates = await compileTemplates({ code, site, directory });
  watch.lap('compile');
  options.onProgress?.(`Rendering ${plan.pages.length} pages`);
  const singles = planSingles(context);
  await writePageData(data, { site: makeSiteData(source), singles, pages: plan.pages });
  watch.lap('data');
  const keys = new Map(plan.pages.map((page) => [pagePath(page), page.key]));
  await renderPages(templates, [...keys.keys()], { site, data, out: dist });
  watch.lap('render');
  const assets = await stageFolder(templates.assets, { keys: new Map() });
  const staged = new Map([...assets, ...(await stageFolder(dist, { keys }))]);
  options.onProgress?.(`Writing ${plan.files.length} files`);
  watch.lap('stage');
  await inParallel(plan.files, {
    atOnce: 2, // drawing an image keeps a core busy
    run: async (file) => void staged.set(file.path, await stageFile(dist, file)),
  });
  watch.lap('files');
  return staged;
}
