import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeExtensionPage } from './make-extension-page.ts';
import { makeSiteData } from './make-site-data.ts';
import type { Card } from './page-data.ts';
import { DocRenderer } from './render/doc-renderer.ts';
import type { SiteSource } from './site-source.ts';

/** Where the data of the pages goes, and where rendered texts are kept between builds. */
export interface PageDataPlaces {
  /** Replaced as a whole. */
  data: string;
  rendered: string;
}

/**
 * Computes everything that the pages show, once, before Astro runs: `site.json`, `names.json`,
 * `cards.json` (what is live, by name) and `extensions/<name>.json`.
 */
export async function writePageData(source: SiteSource, places: PageDataPlaces): Promise<void> {
  await rm(places.data, { recursive: true, force: true });
  await mkdir(join(places.data, 'extensions'), { recursive: true });
  await using renderer = new DocRenderer();
  const cache = { directory: places.rendered, renderer };
  const names: string[] = [];
  const cards: Card[] = [];
  for await (const entry of source.entries()) {
    const page = await makeExtensionPage(entry, { source, cache });
    await writeJson(join(places.data, 'extensions', `${entry.name}.json`), page);
    names.push(entry.name);
    if (page.live) cards.push(page.card);
  }
  cards.sort((left, right) => (left.name < right.name ? -1 : 1));
  await writeJson(join(places.data, 'names.json'), names);
  await writeJson(join(places.data, 'cards.json'), cards);
  await writeJson(join(places.data, 'site.json'), makeSiteData(cards, source));
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value));
}
