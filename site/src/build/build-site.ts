import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { planFiles } from './files/plan-files.ts';
import { makeContext } from './make-context.ts';
import { makeSiteData } from './make-site-data.ts';
import { planPages, planSingles } from './pages/plan-pages.ts';
import { DocRenderer } from './render/doc-renderer.ts';
import { runAstro } from './run-astro.ts';
import type { SiteSource } from './site-source.ts';
import { swapFolders } from './swap-folders.ts';
import { writePageData } from './write-page-data.ts';

/** Where a site is built, and where the finished one is put. */
export interface BuildOptions {
  /** Replaced as a whole, once the new site is finished. */
  outDirectory: string;
  /** Kept between builds, on the same disk: rendered texts make the next one quick. One build at a time. */
  workDirectory: string;
}

/**
 * Builds the whole site: its **pages**, which Astro renders from data computed here, and its **files**, which
 * are written as they are. `pages/plan-pages.ts` and `files/plan-files.ts` say how a new one is added.
 * Whatever fails, the site that was there before stays.
 *
 * @throws RegistryError `site-build-failed`
 */
export async function buildSite(source: SiteSource, options: BuildOptions): Promise<void> {
  const work = resolve(options.workDirectory);
  const data = join(work, 'data');
  const dist = join(work, 'dist');
  await mkdir(work, { recursive: true });
  await rm(dist, { recursive: true, force: true });
  await using renderer = new DocRenderer();
  const docs = { directory: join(work, 'rendered'), renderer };
  const context = await makeContext(source, docs);
  await writePageData(data, {
    site: makeSiteData(source),
    singles: planSingles(context),
    pages: [...planPages(context)],
  });
  try {
    const env = {
      ORCHESTRA_SITE_URL: source.config.site,
      ORCHESTRA_SITE_DATA: data,
      ORCHESTRA_SITE_OUT: dist,
      ORCHESTRA_SITE_CACHE: join(work, 'cache'),
    };
    await runAstro({ cwd: work, env });
    for (const file of planFiles(context)) {
      const path = join(dist, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await file.make());
    }
    await swapFolders(dist, resolve(options.outDirectory));
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
