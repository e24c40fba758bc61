import { inParallel } from '@orchestra/core';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteData } from './site-data.ts';
import type { PlannedPage } from '../pages/planned-page.ts';
import { pageSchemas, type SinglePages } from './page-schemas.ts';

/** The pages that Astro renders. */
export interface PagesToRender {
  site: SiteData;
  singles: SinglePages;
  pages: readonly PlannedPage[];
}

/**
 * Computes the data of pages, a few at a time, before Astro runs: `site.json`, `<name>.json` for a page that
 * exists once, and `<kind>/<id>.json`. `src/load-data.ts` reads them.
 *
 * @param directory replaced as a whole
 */
export async function writePageData(
  directory: string,
  { site, singles, pages }: PagesToRender,
): Promise<void> {
  const write = (path: string, value: unknown) =>
    writeFile(join(directory, path), JSON.stringify(value));
  await rm(directory, { recursive: true, force: true });
  for (const kind of Object.keys(pageSchemas))
    await mkdir(join(directory, kind), { recursive: true });
  await write('site.json', site);
  for (const [name, data] of Object.entries(singles)) await write(`${name}.json`, data);
  await inParallel(pages, {
    atOnce: 4, // documents may be fetched over a network
    run: async (page) =>
      write(`${page.kind}/${encodeURIComponent(page.id)}.json`, await page.make()),
  });
}
