import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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
 * Builds the whole site, with the `config.json` by which clients find everything else. Whatever fails, the
 * site that was there before stays.
 *
 * @throws RegistryError `site-build-failed`
 */
export async function buildSite(source: SiteSource, options: BuildOptions): Promise<void> {
  const work = resolve(options.workDirectory);
  const data = join(work, 'data');
  const dist = join(work, 'dist');
  await mkdir(work, { recursive: true });
  await rm(dist, { recursive: true, force: true });
  await writePageData(source, { data, rendered: join(work, 'rendered') });
  try {
    const env = {
      ORCHESTRA_SITE_URL: source.config.site,
      ORCHESTRA_SITE_DATA: data,
      ORCHESTRA_SITE_OUT: dist,
      ORCHESTRA_SITE_CACHE: join(work, 'cache'),
    };
    await runAstro({ cwd: work, env });
    await writeFile(join(dist, 'config.json'), `${JSON.stringify(source.config, null, 2)}\n`);
    await swapFolders(dist, resolve(options.outDirectory));
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
